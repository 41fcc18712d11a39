package id.gaung.sandbox;

import java.time.Instant;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Videos that come in pieces. Of a long one only the beginning is kept. */
interface VideoPieceDao {

  @SqlUpdate(
      """
      update sandbox_media set whole_size = whole_size + :bytes,
        content = case when length(content) < 4000000 then content || :piece else content end
      where id = :mediaId
      """)
  void append(long mediaId, byte[] piece, int bytes);

  @SqlUpdate(
      """
      update sandbox_container set failed = :failed, ready_at = :readyAt where id = :id
      """)
  void arrived(String id, boolean failed, Instant readyAt);

  /** An upload that nobody may go on with. */
  @SqlUpdate("update sandbox_container set error = 'lost' where id = :id")
  void forget(String id);
}
