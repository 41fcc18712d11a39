package id.gaung.publishing;

import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface SwitchDao {

  @SqlQuery("select stopped, reason, changed_by, changed_at from publishing_switch")
  SwitchState read();

  @SqlUpdate(
      """
      update publishing_switch set stopped = :stopped, reason = :reason, changed_by = :by,
        changed_at = :now
      where stopped <> :stopped
      """)
  int change(boolean stopped, String reason, UUID by, Instant now);

  /** What the stop held goes on at once. */
  @SqlUpdate(
      """
      update rendition set next_at = :now, held_reason = null
      where held_reason = 'STOPPED' and state in ('SCHEDULED', 'RETRYING')
      """)
  void letGo(Instant now);
}
