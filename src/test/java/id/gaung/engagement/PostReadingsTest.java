package id.gaung.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.channel.ChannelFeature;
import id.gaung.channel.Connections.ConnectChannel;
import id.gaung.channel.FakePlatform;
import id.gaung.channel.Sealing;
import id.gaung.collaboration.World;
import id.gaung.identity.IdentityFeature;
import id.gaung.kernel.Nets;
import id.gaung.kernel.Network;
import id.gaung.kernel.Role;
import id.gaung.platform.RateBase;
import id.gaung.publishing.PostMeasures.Measured;
import id.gaung.publishing.PostMeasures.Point;
import id.gaung.publishing.PostMeasures.Range;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a post's page is told of its figures: each account, all together, and what is usual. */
@Tag("database")
class PostReadingsTest {

  private static final Instant OUT = World.START.minus(Duration.ofDays(7));

  private final World world = new World();
  private final ChannelFeature channels =
      new ChannelFeature(
          world.foundation,
          new IdentityFeature(world.foundation, true, URI.create("http://localhost")).people(),
          new Sealing("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8)),
          List.of(new FakePlatform(Nets.INSTAGRAM), new FakePlatform(Nets.BLUESKY)),
          URI.create("https://gaung.test"));
  private final PostReadings readings =
      new PostReadings(
          world.foundation,
          channels.channels(),
          new FollowerCollector(world.foundation, channels.channels()),
          new CountChanges(world.foundation));
  private final UUID deliverable =
      world.collaboration.offers().deliverables(world.acceptedOffer().id()).get(0).id();
  private final UUID instagram = channel(Nets.INSTAGRAM);
  private final UUID bluesky = channel(Nets.BLUESKY);

  @Test
  void accounts_are_told_apart_and_summed_each_by_what_its_network_counts() {
    UUID post = post();
    assertThat(readings.of(post)).isEmpty();
    UUID first = rendition(post, instagram, OUT);
    UUID second = rendition(post, bluesky, OUT.plusSeconds(60));
    assertThat(readings.of(post)).as("nothing was read").isEmpty();
    followers(bluesky, 400, OUT.minusSeconds(600));
    read(first, 1, Map.of("LIKES", 30L, "COMMENTS", 5L, "SHARES", 2L, "SAVES", 3L, "VIEWS", 900L));
    read(second, 1, Map.of("LIKES", 6L, "COMMENTS", 1L, "SHARES", 1L));
    read(first, 24, Map.of("LIKES", 70L, "VIEWS", 1000L));

    Measured measured = readings.of(post).orElseThrow();
    assertThat(measured.accounts()).containsOnlyKeys(first, second);
    assertThat(measured.views()).contains(1000L);
    assertThat(measured.withViews()).isOne();
    assertThat(measured.interactions()).contains(88L);
    assertThat(measured.accounts().get(first).rate().orElseThrow().percent())
        .isEqualByComparingTo("8.00");
    assertThat(measured.accounts().get(second).rate().orElseThrow().percent())
        .as("by followers where there are no views")
        .isEqualByComparingTo("2.00");
    assertThat(measured.rate().orElseThrow().by()).isEqualTo(RateBase.VIEWS);
    assertThat(measured.rate().orElseThrow().interactions())
        .as("what has another base is not mixed in")
        .isEqualTo(80);
    assertThat(measured.withRate()).isOne();
    read(first, 30, Map.of("REACH", 640L));
    assertThat(readings.of(post).orElseThrow().rate().orElseThrow().percent())
        .as("by reach, where the network tells it")
        .isEqualByComparingTo("12.50");
    assertThat(measured.growth())
        .extracting(Point::interactions)
        .as("both accounts after an hour are one reading")
        .containsExactly(48L, 88L);
    assertThat(measured.usual()).as("there is nothing to compare with").isEmpty();
  }

  @Test
  void usual_is_what_earlier_posts_had_at_the_same_age() {
    for (int i = 1; i <= 4; i++) {
      UUID earlier = rendition(post(), bluesky, OUT.minus(Duration.ofDays(i)));
      read(earlier, OUT.minus(Duration.ofDays(i)), 2, counts(10L * i));
      read(earlier, OUT.minus(Duration.ofDays(i)), 100, counts(1000));
    }
    UUID post = post();
    UUID rendition = rendition(post, bluesky, OUT);
    read(rendition, 2, counts(50));
    Measured measured = readings.of(post).orElseThrow();
    assertThat(measured.usualNow().orElseThrow().posts()).isEqualTo(4);
    Range usual = measured.usualNow().orElseThrow().interactions();
    assertThat(usual).as("after two hours, not after four days").isEqualTo(new Range(17, 33));
    assertThat(usual.place(50)).isEqualTo("ABOVE");
    assertThat(usual.place(17)).isEqualTo("WITHIN");
    assertThat(usual.place(16)).isEqualTo("BELOW");
    assertThat(measured.usualNow().orElseThrow().views()).as("Bluesky counts none").isEmpty();
  }

  @Test
  void over_a_change_of_counting_nothing_is_called_usual_and_the_page_says_why() {
    for (int i = 1; i <= 4; i++) {
      UUID earlier = rendition(post(), bluesky, OUT.minus(Duration.ofDays(i)));
      read(earlier, OUT.minus(Duration.ofDays(i)), 2, counts(10L * i));
    }
    UUID post = post();
    read(rendition(post, bluesky, OUT), 2, counts(50));
    world.jdbi.useHandle(
        h ->
            h.execute(
                "insert into count_change (id, network, metric, changed_on, text_id, text_en,"
                    + " source) values (?, 'BLUESKY', 'LIKES', ?, 'a', 'b', 'c')",
                UUID.randomUUID(),
                id.gaung.kernel.Wita.date(OUT.minus(Duration.ofDays(2)))));

    Measured measured = readings.of(post).orElseThrow();
    assertThat(measured.usualNow()).isEmpty();
    assertThat(measured.recounted()).extracting(one -> one.network()).containsExactly(Nets.BLUESKY);
  }

  @Test
  void an_earlier_account_whose_sum_is_not_whole_makes_nothing_usual() {
    for (int i = 1; i <= 4; i++) {
      Instant then = OUT.minus(Duration.ofDays(i));
      UUID earlier = post();
      read(rendition(earlier, bluesky, then), then, 2, counts(100));
      read(rendition(earlier, instagram, then), then, 2, counts(7));
    }
    Instant then = OUT.minus(Duration.ofDays(5));
    read(rendition(post(), bluesky, then), then, 2, Map.of("LIKES", 3L));
    UUID post = post();
    read(rendition(post, bluesky, OUT), 2, counts(50));
    Measured measured = readings.of(post).orElseThrow();
    assertThat(measured.usualNow().orElseThrow().interactions())
        .as("Instagram without its saves, and Bluesky without its replies, are no sums")
        .isEqualTo(new Range(100, 100));
    assertThat(measured.usualNow().orElseThrow().posts()).isEqualTo(4);
  }

  @Test
  void what_a_network_does_not_count_as_interaction_is_not_usual_either() {
    for (int i = 1; i <= 4; i++) {
      Instant then = OUT.minus(Duration.ofDays(i));
      UUID earlier = rendition(post(), bluesky, then);
      read(earlier, then, 2, counts(100));
      read(earlier, then, 2, Map.of("SAVES", 900L));
    }
    UUID post = post();
    read(rendition(post, bluesky, OUT), 2, counts(50));
    assertThat(readings.of(post).orElseThrow().usualNow().orElseThrow().interactions())
        .isEqualTo(new Range(100, 100));
  }

  private static Map<String, Long> counts(long likes) {
    return Map.of("LIKES", likes, "COMMENTS", 0L, "SHARES", 0L);
  }

  private UUID channel(Network network) {
    return channels
        .connections()
        .connect(
            world.person("Ayu", Role.ADMIN),
            new ConnectChannel(network, Map.of("handle", "dinas", "secret", "s"), ""))
        .channelId()
        .orElseThrow();
  }

  private UUID post() {
    UUID id = world.ids.next();
    world.jdbi.useHandle(
        h ->
            h.execute(
                """
                insert into post (id, campaign_id, deliverable_id, created_at)
                select ?, o.campaign_id, d.id, now()
                from deliverable d join offer o on o.id = d.offer_id where d.id = ?
                """,
                id,
                deliverable));
    return id;
  }

  private UUID rendition(UUID post, UUID channel, Instant out) {
    UUID id = world.ids.next();
    world.jdbi.useHandle(
        h ->
            h.execute(
                """
                insert into rendition (id, post_id, channel_id, text, due_at, state, published_at,
                  remote_id, created_at)
                values (?, ?, ?, 'Amplang', ?, 'PUBLISHED', ?, ?, now())
                """,
                id,
                post,
                channel,
                out,
                out,
                id.toString()));
    return id;
  }

  private void read(UUID rendition, int hours, Map<String, Long> counts) {
    read(rendition, OUT, hours, counts);
  }

  private void read(UUID rendition, Instant out, int hours, Map<String, Long> counts) {
    counts.forEach(
        (metric, value) ->
            world.jdbi.useHandle(
                h ->
                    h.execute(
                        """
                        insert into snapshot (rendition_id, metric, value, observed_at, source)
                        values (?, ?, ?, ?, 'API')
                        """,
                        rendition,
                        metric,
                        value,
                        out.plus(Duration.ofHours(hours)))));
  }

  private void followers(UUID channel, long value, Instant at) {
    world.jdbi.useHandle(
        h ->
            h.execute(
                "insert into follower_snapshot (channel_id, value, observed_at) values (?, ?, ?)",
                channel,
                value,
                at));
  }
}
