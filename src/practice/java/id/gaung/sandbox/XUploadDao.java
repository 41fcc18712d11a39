package id.gaung.sandbox;

import java.time.Instant;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Videos that come in pieces. Of a long one only the beginning is kept. */
interface XUploadDao {

  @SqlUpdate(
      """
      update sandbox_media set whole_size = whole_size + :bytes,
        content = case when length(content) < 4000000 then content || :piece else ''::bytea end
      where id = :mediaId
      """)
  void append(long mediaId, byte[] piece, int bytes);

  @SqlUpdate("update sandbox_container set said = :said, failed = :failed where id = :id")
  void told(String id, String said, boolean failed);

  @SqlUpdate("update sandbox_container set error = :error, ready_at = :readyAt where id = :id")
  void whole(String id, String error, Instant readyAt);
}
