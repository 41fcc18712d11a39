package id.gaung.channel;

import id.gaung.channel.Budget.LimitStanding;
import id.gaung.platform.NetworkQuota;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface BudgetDao {

  // Answers come out of order, and two nodes hear them: the newest word counts.
  @SqlBatch(
      """
      insert into channel_budget as b (channel_id, kind, of_app, most, used, in_percent, until,
        heard_at)
      values (:channelId, :kind, :ofApp, :most, :used, :inPercent, :until, :heardAt)
      on conflict (channel_id, kind, of_app) do update set most = excluded.most,
        used = excluded.used, in_percent = excluded.in_percent, until = excluded.until,
        heard_at = excluded.heard_at
      where excluded.heard_at >= b.heard_at
      """)
  void keep(@BindMethods Collection<Row> rows);

  /** Of each of the channels; what all of an app share, whichever of its accounts heard it. */
  @SqlQuery(
      """
      select distinct on (channel_id, kind, of_app) *
      from (
        select * from channel_budget where channel_id = any(:ids)
        union all
        select c.id as channel_id, b.kind, b.of_app, b.most, b.used, b.in_percent, b.until,
          b.heard_at
        from channel_budget b join channel o on o.id = b.channel_id
          join channel c on c.network = o.network and c.id <> o.id
        where b.of_app and c.id = any(:ids)) heard
      order by channel_id, kind, of_app, heard_at desc
      """)
  List<Row> of(Collection<UUID> ids);

  /** Of all channels, what may keep anybody waiting: three quarters used. */
  @SqlQuery(
      """
      select * from channel_budget
      where used * 4 >= most * 3 and coalesce(until, heard_at + interval '1 day') > :now
      union all
      select c.id as channel_id, b.kind, b.of_app, b.most, b.used, b.in_percent, b.until, b.heard_at
      from channel_budget b join channel o on o.id = b.channel_id
        join channel c on c.network = o.network and c.id <> o.id
      where b.of_app and b.used * 4 >= b.most * 3
        and coalesce(b.until, b.heard_at + interval '1 day') > :now
      """)
  List<Row> tight(Instant now);

  // Two nodes add to one row, so it is added to and never set.
  @SqlBatch(
      """
      insert into channel_use as u (channel_id, kind, of_app, slot, used)
      values (:channelId, :kind, :ofApp, :slot, :used)
      on conflict (channel_id, kind, of_app, slot) do update set used = u.used + excluded.used
      """)
  void use(@BindMethods Collection<Use> uses);

  /** Of each of the channels; what all of an app share, by all of its accounts together. */
  @SqlQuery(
      """
      select c.id as channel_id, u.kind, u.of_app, u.slot, sum(u.used) as used
      from channel c join channel o on o.network = c.network
        join channel_use u on u.channel_id = o.id and u.slot > :since
          and (u.of_app or o.id = c.id)
      where c.id = any(:ids)
      group by c.id, u.kind, u.of_app, u.slot
      """)
  List<Use> used(Collection<UUID> ids, Instant since);

  @SqlUpdate("delete from channel_use where channel_id = :channelId and slot < :before")
  void forget(UUID channelId, Instant before);

  /**
   * What calls took of a quota that is counted.
   *
   * @param slot since when, for a quarter of an hour
   */
  record Use(UUID channelId, NetworkQuota.Of kind, boolean ofApp, Instant slot, long used) {}

  /** A limit as it is stored. */
  record Row(
      UUID channelId,
      NetworkQuota.Of kind,
      boolean ofApp,
      long most,
      long used,
      boolean inPercent,
      Optional<Instant> until,
      Instant heardAt) {

    static Row of(UUID channelId, LimitStanding limit) {
      return new Row(
          channelId,
          limit.of(),
          limit.ofApp(),
          limit.most(),
          limit.used(),
          limit.inPercent(),
          limit.until(),
          limit.heardAt());
    }

    LimitStanding standing() {
      return new LimitStanding(kind, ofApp, most, used, inPercent, until, heardAt);
    }
  }
}
