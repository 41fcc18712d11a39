package id.gaung.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.gaung.channel.ChannelFeature;
import id.gaung.channel.Connections.ConnectChannel;
import id.gaung.channel.FakePlatform;
import id.gaung.channel.Sealing;
import id.gaung.collaboration.World;
import id.gaung.engagement.DeletedReadings.Deleted;
import id.gaung.identity.IdentityFeature;
import id.gaung.kernel.Nets;
import id.gaung.kernel.Role;
import id.gaung.platform.Credentials;
import id.gaung.platform.Metric;
import id.gaung.platform.Refreshing;
import id.gaung.publishing.PostMeasures.Measured;
import id.gaung.publishing.PostMeasures.Point;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What YouTube's terms want deleted, and what stays. */
@Tag("database")
class DeletedReadingsTest {

  private static final Duration KEPT = Duration.ofDays(30);

  private final World world = new World();
  private final FakePlatform network = new FakePlatform(Nets.INSTAGRAM);
  private final ChannelFeature channels =
      new ChannelFeature(
          world.foundation,
          new IdentityFeature(world.foundation, true, URI.create("http://localhost")).people(),
          new Sealing(new byte[32]),
          List.of(network),
          URI.create("https://gaung.test"));
  private final DeletedReadings deletions =
      new DeletedReadings(world.foundation, channels.channels());
  private final UUID campaign = world.activeCampaign();

  /** Connected a moment ago, as one of YouTube's. */
  private UUID connected(String handle) {
    UUID id =
        channels
            .connections()
            .connect(
                world.person("Ayu", Role.ADMIN),
                new ConnectChannel(Nets.INSTAGRAM, Map.of("handle", handle, "secret", "s"), ""))
            .channelId()
            .orElseThrow();
    run("update channel set network = 'YOUTUBE' where id = ?", id);
    return id;
  }

  /** One of which the key alone reads. */
  private UUID open(String handle) {
    UUID id = connected(handle);
    run(
        """
        update channel set sealed_secrets = null, login_renewed_at = null, mode = 'BY_HAND',
          responsible_id = (select id from person limit 1) where id = ?
        """,
        id);
    return id;
  }

  private void run(String sql, Object... values) {
    world.jdbi.useHandle(h -> h.execute(sql, values));
  }

  private UUID post(UUID channel) {
    UUID post = world.ids.next();
    UUID id = world.ids.next();
    run("insert into post (id, campaign_id, created_at) values (?, ?, now())", post, campaign);
    run(
        """
        insert into rendition (id, post_id, channel_id, text, due_at, state, published_at,
          remote_id, created_at)
        values (?, ?, ?, 'Amplang', ?, 'PUBLISHED', ?, ?, now())
        """,
        id,
        post,
        channel,
        ago(60),
        ago(60),
        id.toString());
    run(
        """
        insert into watch (rendition_id, channel_id, published_at, remote_id) values (?, ?, ?, ?)
        """,
        id,
        channel,
        ago(60),
        id.toString());
    return id;
  }

  private Instant ago(int days) {
    return world.clock.instant().minus(Duration.ofDays(days));
  }

  private void read(UUID post, String metric, int daysAgo, long value, String source) {
    run(
        """
        insert into snapshot (rendition_id, metric, value, observed_at, source)
        values (?, ?, ?, ?, ?)
        """,
        post,
        metric,
        value,
        ago(daysAgo),
        source);
  }

  private List<Long> values(UUID post) {
    return world.jdbi.withHandle(
        h ->
            h.createQuery("select value from snapshot where rendition_id = ? order by value")
                .bind(0, post)
                .mapTo(Long.class)
                .list());
  }

  private List<Long> followers(UUID channel) {
    return world.jdbi.withHandle(
        h ->
            h.createQuery("select value from follower_snapshot where channel_id = ? order by value")
                .bind(0, channel)
                .mapTo(Long.class)
                .list());
  }

  @Test
  void what_the_key_alone_read_is_deleted_thirty_days_after_it_was_read() {
    UUID channel = open("kreator");
    UUID post = post(channel);
    read(post, "VIEWS", 59, 10, "API");
    read(post, "VIEWS", 31, 20, "API");
    read(post, "VIEWS", 29, 30, "API");
    read(post, "VIEWS", 45, 40, "STAFF_TYPED");
    read(post, "LIKES", 1, 50, "API");
    run(
        """
        insert into snapshot (rendition_id, metric, gap, observed_at, source)
        values (?, 'SAVES', 'NOT_OFFERED', ?, 'API')
        """,
        post,
        ago(59));
    run(
        "insert into follower_snapshot (channel_id, value, observed_at) values (?, 7, ?)",
        channel,
        ago(31));
    run(
        """
        insert into follower_snapshot (channel_id, value, observed_at, source)
        values (?, 8, ?, 'STAFF_TYPED')
        """,
        channel,
        ago(40));
    deletions.job().run();

    assertThat(values(post)).containsExactly(30L, 40L, 50L, null);
    assertThat(followers(channel)).containsExactly(8L);
    assertThat(deletions.of(post))
        .containsExactly(new Deleted(Metric.VIEWS, ago(31), world.clock.instant()));
    assertThat(audited(channel)).isEqualTo(1);
    deletions.job().run();
    assertThat(audited(channel)).as("nothing more to delete, nothing to tell").isEqualTo(1);

    world.clock.step(Duration.ofDays(2));
    deletions.job().run();
    assertThat(values(post)).containsExactly(40L, 50L, null);
    assertThat(deletions.of(post)).extracting(Deleted::until).containsExactly(ago(31));
  }

  private long audited(UUID channel) {
    return world.jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    select count(*) from audit_event
                    where action = 'channel.readings-deleted' and subject_id = ?
                    """)
                .bind(0, channel)
                .mapTo(Long.class)
                .one());
  }

  @Test
  void of_a_connected_account_nothing_goes_while_its_login_is_renewed() {
    network.refreshAt = Optional.of(world.clock.instant());
    UUID channel = connected("kota");
    UUID post = post(channel);
    UUID elsewhere = connected("lain");
    run(
        "update channel set network = 'INSTAGRAM', login_renewed_at = null where id = ?",
        elsewhere);
    UUID kept = post(elsewhere);
    read(post, "VIEWS", 40, 10, "API");
    read(kept, "VIEWS", 40, 10, "API");
    world.clock.step(KEPT.minusHours(1));
    deletions.job().run();
    assertThat(values(post)).containsExactly(10L);

    run("update channel set network = 'INSTAGRAM' where id = ?", channel);
    network.onRefresh =
        access ->
            new Refreshing.Refreshed(
                new Credentials(Map.of("token", "new"), Optional.empty(), Optional.empty()));
    assertThat(
            channels
                .channels()
                .withAccess(channel, access -> "", done -> Optional.empty())
                .failure())
        .isEmpty();
    run("update channel set network = 'YOUTUBE' where id = ?", channel);
    world.clock.step(KEPT.minusHours(1));
    deletions.job().run();
    assertThat(values(post)).as("renewed since").containsExactly(10L);

    world.clock.step(Duration.ofHours(2));
    read(post, "VIEWS", 3, 20, "API");
    deletions.job().run();
    assertThat(values(post)).as("not renewed for thirty days").containsExactly(20L);
    assertThat(values(kept)).as("on a network whose terms say nothing").containsExactly(10L);
  }

  @Test
  void readings_stay_append_only_for_everybody_else() {
    UUID post = post(open("kreator"));
    read(post, "VIEWS", 59, 10, "API");
    read(post, "VIEWS", 59, 11, "SCREENSHOT");
    assertThatThrownBy(() -> run("delete from snapshot")).hasMessageContaining("append-only");
    for (String change :
        List.of(
            "update snapshot set value = 1 where source = 'API'",
            "delete from snapshot where source = 'SCREENSHOT'")) {
      assertThatThrownBy(
              () ->
                  world.jdbi.useTransaction(
                      h -> {
                        h.execute("set local gaung.deletes_readings = on");
                        h.execute(change);
                      }))
          .as(change)
          .hasMessageContaining("append-only");
    }
    assertThat(values(post)).containsExactly(10L, 11L);
  }

  /** Before what is left, the account would be missing in the sum, and the line would jump. */
  @Test
  void the_post_s_page_says_which_accounts_lost_figures_and_its_line_begins_where_all_are_known() {
    UUID channel = open("kreator");
    UUID rendition = post(channel);
    UUID other = connected("lain");
    run("update channel set network = 'BLUESKY' where id = ?", other);
    UUID post = postOf(rendition);
    UUID beside = post(other);
    run("update rendition set post_id = ? where id = ?", post, beside);
    for (String metric : List.of("LIKES", "COMMENTS", "SHARES")) {
      read(beside, metric, 50, 1, "API");
      read(beside, metric, 10, 2, "API");
      read(beside, metric, 1, 3, "API");
    }
    for (String metric : List.of("LIKES", "COMMENTS")) {
      read(rendition, metric, 45, 100, "API");
      read(rendition, metric, 10, 200, "API");
    }
    PostReadings page =
        new PostReadings(
            world.foundation,
            channels.channels(),
            new FollowerCollector(world.foundation, channels.channels()),
            new CountChanges(world.foundation));
    assertThat(page.deleted(post)).isEmpty();
    deletions.job().run();
    Measured measured = page.of(post).orElseThrow();
    assertThat(page.deleted(post)).containsExactly(rendition);
    assertThat(measured.growth()).extracting(Point::interactions).containsExactly(406L, 409L);
    assertThat(measured.interactions()).contains(409L);
  }

  private UUID postOf(UUID rendition) {
    return world.jdbi.withHandle(
        h ->
            h.createQuery("select post_id from rendition where id = ?")
                .bind(0, rendition)
                .mapTo(UUID.class)
                .one());
  }
}
