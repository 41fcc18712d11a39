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
