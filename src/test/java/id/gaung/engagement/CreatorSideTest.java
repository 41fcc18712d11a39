package id.gaung.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import id.gaung.channel.ChannelFeature;
import id.gaung.channel.Connections.ConnectChannel;
import id.gaung.channel.FakePlatform;
import id.gaung.channel.Sealing;
import id.gaung.collaboration.Deliverable;
import id.gaung.collaboration.SocialSide;
import id.gaung.collaboration.SocialSide.Posted;
import id.gaung.collaboration.SocialSide.Room;
import id.gaung.collaboration.VideoLimits;
import id.gaung.collaboration.World;
import id.gaung.identity.IdentityFeature;
import id.gaung.kernel.Nets;
import id.gaung.kernel.Network;
import id.gaung.kernel.Role;
import id.gaung.platform.Account;
import id.gaung.platform.ContentRules;
import id.gaung.platform.SocialPlatform;
import id.gaung.platform.TextLength;
import id.gaung.platform.VideoRules;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What creators see of the office's accounts, and of the posts made of their content. */
@Tag("database")
class CreatorSideTest {

  private static final Instant OUT = World.START;

  private final World world = new World();
  private final SocialPlatform bluesky = platform(Nets.BLUESKY);
  private final SocialPlatform mastodon = platform(Nets.MASTODON);
  private final ChannelFeature channels =
      new ChannelFeature(
          world.foundation,
          new IdentityFeature(world.foundation, true, URI.create("http://localhost")).people(),
          new Sealing("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8)),
          List.of(bluesky, mastodon),
          URI.create("https://gaung.test"));
  private final SocialSide side =
      new CreatorSide(world.foundation, channels.channels(), channels.platforms());

  private static SocialPlatform platform(Network network) {
    return mock(SocialPlatform.class, delegatesTo(new FakePlatform(network)));
  }

  private UUID channel(Network network, String handle) {
    return channels
        .connections()
        .connect(
            world.person("Ayu", Role.ADMIN),
            new ConnectChannel(network, Map.of("handle", handle, "secret", "s"), ""))
        .channelId()
        .orElseThrow();
  }

  /** Each letter counts once. */
  private static ContentRules upTo(int limit) {
    ContentRules rules = mock(ContentRules.class);
    doAnswer(call -> new TextLength(call.<String>getArgument(0).length(), limit))
        .when(rules)
        .captionLength(any());
    return rules;
  }

  @Test
  void of_several_accounts_on_a_network_the_one_with_the_least_room_counts() {
    assertThat(side.rooms("Enak!")).isEmpty();
    assertThat(side.networks()).isEmpty();
    channel(Nets.MASTODON, "dinas");
    channel(Nets.BLUESKY, "dinas");
    channel(Nets.BLUESKY, "umkm");
    doReturn(upTo(500)).when(mastodon).rules(any());
    doAnswer(call -> upTo(call.<Account>getArgument(0).handle().contains("umkm") ? 100 : 300))
        .when(bluesky)
        .rules(any());
    assertThat(side.rooms("Enak!"))
        .containsExactlyInAnyOrder(
            new Room("bluesky", "Bluesky", 5, 100), new Room("mastodon", "Mastodon", 5, 500));
    assertThat(side.rooms("x".repeat(101)).get(0).left()).isEqualTo(-1);
    assertThat(side.networks()).containsExactly(Nets.BLUESKY, Nets.MASTODON);
  }

  @Test
  void of_several_accounts_the_strictest_limits_of_a_video_count_and_others_take_none() {
    assertThat(side.videos()).isEmpty();
    channel(Nets.MASTODON, "dinas");
    channel(Nets.BLUESKY, "dinas");
    channel(Nets.BLUESKY, "umkm");
    doReturn(upTo(500)).when(mastodon).rules(any());
    doAnswer(
            call -> {
              boolean strict = call.<Account>getArgument(0).handle().contains("umkm");
              ContentRules rules = upTo(300);
              doReturn(Optional.of(video(strict ? 60 : 180, strict ? 9 : 1))).when(rules).video();
              return rules;
            })
        .when(bluesky)
        .rules(any());
    assertThat(side.videos()).extracting(VideoLimits::network).containsExactly("bluesky");
    VideoLimits limits = side.videos().get(0);
    assertThat(limits.longest()).isEqualTo(Duration.ofSeconds(60));
    assertThat(limits.maxBytes()).isEqualTo(1_000_000);
    assertThat(limits.mimeTypes()).containsExactly("video/mp4");
    assertThat(limits.shapes()).containsExactly(VideoLimits.Shape.UPRIGHT);
  }

  private static VideoRules video(int seconds, int megabytes) {
    return new VideoRules(
        megabytes == 1 ? List.of("video/quicktime", "video/mp4") : List.of("video/mp4"),
        List.of(),
        List.of(),
        megabytes * 1_000_000L,
        Duration.ZERO,
        Duration.ofSeconds(seconds),
        0.5,
        0.9,
        0,
        60,
        1920,
        Long.MAX_VALUE,
        0);
  }

  @Test
  void what_is_out_is_told_with_the_newest_figures_and_the_rest_is_not() {
    UUID blue = channel(Nets.BLUESKY, "dinas");
    UUID masto = channel(Nets.MASTODON, "dinas");
    List<Deliverable> works = world.collaboration.offers().deliverables(world.acceptedOffer().id());
    UUID work = works.get(0).id();
    UUID post = post(work);
    UUID measured = rendition(post, blue, "PUBLISHED", "https://bsky.example/1");
    UUID unmeasured = rendition(post, masto, "PUBLISHED", null);
    UUID gone = rendition(post, channel(Nets.BLUESKY, "umkm"), "REMOVED", "https://bsky.example/2");
    snapshot(gone, "LIKES", 7, 1);
    rendition(post, channel(Nets.MASTODON, "umkm"), "SCHEDULED", null);
    snapshot(measured, "LIKES", 5, 1);
    snapshot(measured, "LIKES", 9, 2);
    // Corrected at the same moment: what was written last counts.
    snapshot(measured, "LIKES", 8, 2);
    snapshot(measured, "COMMENTS", 3, 1);
    snapshot(measured, "SHARES", 1, 1);
    snapshot(unmeasured, "LIKES", 4, 1);

    Map<UUID, List<Posted>> posted = side.posted(List.of(work, works.get(1).id()));
    assertThat(posted).containsOnlyKeys(work);
    Posted first = of(posted.get(work), "bluesky");
    assertThat(first.url()).contains("https://bsky.example/1");
    assertThat(first.engagements()).isEqualTo(OptionalLong.of(12));
    assertThat(first.views()).as("no network told any").isEmpty();
    Posted second = of(posted.get(work), "mastodon");
    assertThat(second.url()).isEmpty();
    assertThat(second.engagements()).as("a part of a sum is no sum").isEmpty();
    assertThat(second.counts()).containsExactly(Map.entry("LIKES", 4L));
    assertThat(posted.get(work))
        .as("what is gone keeps its last figures, what was never out is not told")
        .hasSize(3)
        .filteredOn(Posted::gone)
        .singleElement()
        .satisfies(one -> assertThat(one.counts()).containsExactly(Map.entry("LIKES", 7L)));
    assertThat(side.posted(List.of())).isEmpty();
  }

  private static Posted of(List<Posted> posted, String network) {
    return posted.stream().filter(p -> p.network().equals(network)).findFirst().orElseThrow();
  }

  private UUID post(UUID deliverable) {
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

  private UUID rendition(UUID post, UUID channel, String state, String url) {
    UUID id = world.ids.next();
    world.jdbi.useHandle(
        h ->
            h.execute(
                """
                insert into rendition (id, post_id, channel_id, text, due_at, state, published_at,
                  remote_id, remote_url, created_at)
                values (?, ?, ?, 'Amplang', ?, ?, ?, ?, ?, now())
                """,
                id,
                post,
                channel,
                OUT,
                state,
                OUT,
                state.equals("SCHEDULED") ? null : id.toString(),
                url));
    return id;
  }

  private void snapshot(UUID rendition, String metric, long value, int hours) {
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
                OUT.plusSeconds(hours * 3600L)));
  }
}
