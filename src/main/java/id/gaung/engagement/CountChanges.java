package id.gaung.engagement;

import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Network;
import id.gaung.kernel.Permissions;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.kernel.Wita;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The days on which networks changed how they count. What compares figures over such a day says so.
 * Stored reports keep what was known when they were made.
 */
public final class CountChanges {

  private final Foundation foundation;
  private final CountChangeDao dao;

  CountChanges(Foundation foundation) {
    this.foundation = foundation;
    this.dao = foundation.jdbi().onDemand(CountChangeDao.class);
  }

  /** All of them, the newest first. */
  public List<CountChange> all() {
    return dao.all();
  }

  /**
   * @throws Problem not found if there is none
   */
  public CountChange get(UUID id) {
    return dao.find(id).orElseThrow(Problem::notFound);
  }

  /** Those of a network from one day to another, both included, the earliest first. */
  public List<CountChange> between(Network network, LocalDate from, LocalDate until) {
    return dao.between(network, from, until);
  }

  /** Those of a network from the first of some readings to the last. */
  List<CountChange> within(Network network, List<Snapshot> readings) {
    List<LocalDate> days = readings.stream().map(r -> Wita.date(r.observedAt())).sorted().toList();
    return days.isEmpty() ? List.of() : between(network, days.get(0), days.get(days.size() - 1));
  }

  /** Adds one. */
  public UUID add(Actor by, EnterCountChange entered) {
    Permissions.require(by, Role.ADMIN);
    CountChange row = entered.row(foundation.ids().next());
    foundation
        .transactions()
        .run(
            () -> {
              dao.insert(row);
              record(by, "count-change.added", row);
            });
    return row.id();
  }

  /**
   * @throws Problem not found if there is none; stale if somebody was faster
   */
  public void change(Actor by, UUID id, EnterCountChange entered) {
    Permissions.require(by, Role.ADMIN);
    CountChange row = entered.row(id);
    foundation
        .transactions()
        .run(
            () -> {
              get(id);
              if (dao.update(row) == 0) {
                throw Problem.stale();
              }
              record(by, "count-change.changed", row);
            });
  }

  /**
   * @param version as it was read
   * @throws Problem not found if there is none; stale if somebody was faster
   */
  public void remove(Actor by, UUID id, int version) {
    Permissions.require(by, Role.ADMIN);
    foundation
        .transactions()
        .run(
            () -> {
              CountChange row = get(id);
              if (dao.remove(id, version) == 0) {
                throw Problem.stale();
              }
              record(by, "count-change.removed", row);
            });
  }

  private void record(Actor by, String action, CountChange row) {
    Change change =
        Change.of(by, action, "count_change", row.id())
            .with("network", row.network())
            .with("changedOn", row.changedOn())
            .with("textId", row.textId())
            .with("textEn", row.textEn())
            .with("source", row.source());
    foundation.audit().record(row.metric().map(m -> change.with("metric", m)).orElse(change));
  }
}
