package id.gaung.publishing;

import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Permissions;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.kernel.Week;
import id.gaung.kernel.Wita;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Stops everything at once, on every node, and lets it go on. */
public final class PublishingSwitch {

  private final Foundation foundation;
  private final SwitchDao dao;

  PublishingSwitch(Foundation foundation, SwitchDao dao) {
    this.foundation = foundation;
    this.dao = dao;
  }

  /** How many posts wait for their time. */
  public Waiting waiting() {
    Instant now = foundation.clock().instant();
    return dao.waiting(Wita.startOf(Wita.date(now).plusDays(1)), Week.of(now).end());
  }

  public SwitchState state() {
    return dao.read();
  }

  /** From now on nothing goes out; a call that has left already ends. */
  public void stop(Actor by, TurnSwitch order) {
    change(by, true, order);
  }

  /** What was held goes out, unless its grace has passed. */
  public void start(Actor by, TurnSwitch order) {
    change(by, false, order);
  }

  private void change(Actor by, boolean stopped, TurnSwitch order) {
    Permissions.require(by, Role.STAFF, Role.APPROVER, Role.ADMIN);
    foundation
        .transactions()
        .run(
            () -> {
              Instant now = foundation.clock().instant();
              String reason = order.reason().strip();
              if (dao.change(stopped, reason, by.id().orElseThrow(), now) == 0) {
                throw Problem.conflict(
                    stopped ? "publishing.refused.stopped" : "publishing.refused.running");
              }
              if (!stopped) {
                dao.letGo(now);
              }
              foundation
                  .audit()
                  .record(
                      new Change(
                              by,
                              stopped ? "publishing.stopped" : "publishing.started",
                              "publishing",
                              Optional.empty(),
                              java.util.Map.of())
                          .with("reason", reason));
            });
  }

  interface SwitchDao {

    @SqlQuery(
        """
        select count(distinct post_id) as planned,
          count(distinct post_id) filter (where due_at < :tomorrow) as today,
          count(distinct post_id) filter (where due_at < :week) as week,
          count(distinct channel_id) as accounts
        from rendition where state in ('SCHEDULED', 'RETRYING')
        """)
    Waiting waiting(Instant tomorrow, Instant week);

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

  /**
   * Posts that wait.
   *
   * @param planned all of them
   * @param today those due until the end of the day, WITA
   * @param week those due until the end of the week
   * @param accounts on how many accounts they wait
   */
  public record Waiting(long planned, long today, long week, long accounts) {}

  /** Stop all publishing, or let it go on. */
  public record TurnSwitch(@NotBlank @Size(max = 300) String reason) {}

  /** Whether anything may go out at all, and who said so. */
  public record SwitchState(
      boolean stopped,
      Optional<String> reason,
      Optional<UUID> changedBy,
      Optional<Instant> changedAt) {}
}
