package id.gaung.sandbox;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Drafts that come in pieces and wait until a person ends them. */
interface TikTokDraftDao {

  @SqlUpdate(
      """
      update sandbox_media set whole_size = whole_size + :bytes,
        content = case when length(content) < 4000000 then content || :piece else content end
      where id = :mediaId
      """)
  void append(long mediaId, byte[] piece, int bytes);

  @SqlUpdate(
      """
      update sandbox_container set failed = :failed, error = :error, ready_at = :readyAt
      where id = :id
      """)
  void arrived(String id, boolean failed, String error, Instant readyAt);

  /** Those that nobody has ended, of the last day. */
  @SqlQuery(
      """
      select count(*) from sandbox_container
      where account_id = :accountId and created_at > :since and published_at is null
        and not failed
      """)
  long pending(long accountId, Instant since);

  /** What lies in the inbox, the newest first. */
  @SqlQuery(
      """
      select * from sandbox_container
      where account_id = :accountId and ready_at <= :now and published_at is null and not failed
      order by created_at desc, id desc
      """)
  List<PracticeContainer> inbox(long accountId, Instant now);
}
