package id.gaung.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;

import id.gaung.channel.ChannelFeature;
import id.gaung.channel.FakePlatform;
import id.gaung.channel.HandChannels.EnterChannel;
import id.gaung.channel.Platforms;
import id.gaung.channel.Sealing;
import id.gaung.collaboration.World;
import id.gaung.identity.IdentityFeature;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Nets;
import id.gaung.kernel.Network;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.media.MediaFeature;
import id.gaung.platform.RemotePost;
import id.gaung.platform.SocialPlatform;
import id.gaung.publishing.PublishingFeature;
import id.gaung.publishing.PublishingRules;
import id.gaung.publishing.RenditionListener.PublishedRendition;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures that people type, where nobody can ask the network. */
@Tag("database")
class TypedFiguresTest {

  /** Tuesday, 24 November 2026, 10.00 WITA. */
  private static final Instant OUT = World.START;

  @TempDir private static Path folder;

  private final World world = new World();
  private final ChannelFeature channels =
      new ChannelFeature(
          world.foundation,
          new IdentityFeature(world.foundation, true, URI.create("http://localhost")).people(),
          new Sealing("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8)),
          List.of(),
          URI.create("https://gaung.test"));
  private final Watches watches = EngagementFeature.watches(world.foundation);
  private final TypedFigures typed =
      new TypedFigures(world.foundation, watches, channels.channels());
  private final Actor admin = world.entered(world.person("Admina", Role.ADMIN));
  private final UUID rendition = rendition(Nets.INSTAGRAM, "umkm.balikpapan", false);

  private UUID rendition(Network network, String account, boolean readable) {
    UUID channel =
        channels
            .hand()
            .enter(
                admin, new EnterChannel(network, account, "", admin.id().orElseThrow().toString()));
    UUID campaign = world.activeCampaign();
    UUID post = world.ids.next();
    UUID id = world.ids.next();
    world.jdbi.useHandle(
        h -> {
          h.execute(
              "insert into post (id, campaign_id, created_at) values (?, ?, now())",
              post,
              campaign);
          h.execute(
              """
              insert into rendition (id, post_id, channel_id, text, due_at, state, published_at,
                remote_id, created_at)
              values (?, ?, ?, 'Amplang', ?, 'PUBLISHED', ?, 'Cabc', now())
              """,
              id,
              post,
              channel,
              OUT,
              OUT);
        });
    watches.published(
        List.of(
            new PublishedRendition(
                id, channel, OUT, new RemotePost("Cabc", Optional.empty()), readable)));
    return id;
  }

  private static TypeFigures figures(long likes, Optional<LocalDateTime> seenAt) {
    return new TypeFigures(
        Optional.of(900L),
        Optional.empty(),
        Optional.of(likes),
        Optional.of(0L),
        Optional.empty(),
        Optional.empty(),
        Optional.of(1_200L),
        seenAt,
        Optional.empty(),
        false);
  }

  private List<Map<String, Object>> rows() {
    return rows(rendition);
  }

  private List<Map<String, Object>> rows(UUID of) {
    return world.jdbi.withHandle(
        h ->
            h.createQuery(
                    "select metric, value, gap, source from snapshot where rendition_id = :id"
                        + " order by metric")
                .bind("id", of)
                .mapToMap()
                .list());
  }

  @Test
  void what_is_typed_is_a_reading_and_what_is_left_empty_is_no_zero() {
    world.clock.step(Duration.ofHours(2));
    typed.type(world.staff, rendition, figures(12, Optional.empty()));
    assertThat(rows())
        .extracting(row -> row.get("metric") + " " + row.get("value") + " " + row.get("gap"))
        .containsExactly(
            "COMMENTS 0 null",
            "LIKES 12 null",
            "REACH null NOT_YET",
            "SAVES null NOT_YET",
            "SHARES null NOT_YET",
            "VIEWS 900 null");
    assertThat(rows()).extracting(row -> row.get("source")).containsOnly("STAFF_TYPED");
    List<String> followers =
        world.jdbi.withHandle(
            h ->
                h.createQuery("select value || ' ' || source from follower_snapshot")
                    .mapTo(String.class)
                    .list());
    assertThat(followers).containsExactly("1200 STAFF_TYPED");
  }

  @Test
  void where_programs_are_told_nothing_people_type_what_the_app_shows_from_the_beginning() {
    UUID told = rendition(Nets.TELEGRAM, "promosi_balikpapan", true);
    assertThat(watches.nextDue()).as("nobody asks the network").isEmpty();
    assertThat(watches.toType(OUT.plusSeconds(60), OUT, 5)).contains(told);
    world.clock.step(Duration.ofHours(2));
    typed.type(world.staff, told, figures(12, Optional.empty()));
    assertThat(rows(told))
        .extracting(row -> row.get("metric") + " " + row.get("value") + " " + row.get("gap"))
        .containsExactly(
            "COMMENTS null NOT_OFFERED",
            "LIKES 12 null",
            "REACH null NOT_OFFERED",
            "SAVES null NOT_OFFERED",
            "SHARES null NOT_YET",
            "VIEWS 900 null");
    UUID read = rendition(Nets.BLUESKY, "kota.bsky.social", true);
    assertThat(watches.isTyped(told)).isTrue();
    assertThat(watches.isTyped(read)).isFalse();
  }

  @Test
  void what_cannot_have_been_seen_is_refused() {
    world.clock.step(Duration.ofHours(2));
    refused(
        figures(1, Optional.of(LocalDateTime.of(2026, 11, 24, 9, 59))), "engagement.typed.before");
    refused(
        figures(1, Optional.of(LocalDateTime.of(2026, 11, 25, 9, 0))), "engagement.typed.future");
    refused(
        new TypeFigures(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(1L),
            Optional.empty(),
            Optional.empty(),
            false),
        "engagement.typed.nothing");
    assertThatThrownBy(() -> typed.type(world.approver, rendition, figures(1, Optional.empty())))
        .isInstanceOf(Problem.class);
    assertThat(rows()).isEmpty();
  }

  @Test
  void a_count_above_the_views_is_asked_about_once() {
    world.clock.step(Duration.ofHours(2));
    refused(figures(901, Optional.empty()), "engagement.typed.above-views");
    assertThat(rows()).isEmpty();
    typed.type(world.staff, rendition, figures(900, Optional.empty()));
    typed.type(
        world.staff,
        rendition,
        new TypeFigures(
            Optional.of(10L),
            Optional.empty(),
            Optional.of(500L),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            true));
    assertThat(rows()).extracting(row -> row.get("value")).contains(500L, 10L);
    // Of views that are not known nothing is above.
    typed.type(
        world.staff,
        rendition,
        new TypeFigures(
            Optional.empty(),
            Optional.empty(),
            Optional.of(12L),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false));
  }

  private void refused(TypeFigures figures, String key) {
    assertThatThrownBy(() -> typed.type(world.staff, rendition, figures))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.errors().get(0).key()).isEqualTo(key));
  }

  @Test
  void figures_are_asked_for_until_the_end_of_the_next_week_and_never_read_by_itself() {
    assertThat(watches.nextDue()).as("nobody asks the network").isEmpty();
    Instant friday = Instant.parse("2026-11-26T16:00:00Z");
    assertThat(watches.toType(friday, friday, 5)).containsExactly(rendition);
    world.clock.step(Duration.between(world.clock.instant(), friday.plusSeconds(60)));
    typed.type(world.staff, rendition, figures(3, Optional.empty()));
    assertThat(watches.toType(friday.plusSeconds(120), friday, 5)).isEmpty();
    Instant next = Instant.parse("2026-12-06T15:59:00Z");
    assertThat(watches.toType(next, next.minus(Duration.ofHours(72)), 5))
        .containsExactly(rendition);
    Instant over = Instant.parse("2026-12-06T16:00:00Z");
    assertThat(watches.toType(over, over.minus(Duration.ofHours(72)), 5)).isEmpty();
  }

  @Test
  void a_network_is_never_asked_about_an_id_that_is_not_its_own() {
    SocialPlatform network =
        mock(SocialPlatform.class, delegatesTo(new FakePlatform(Nets.INSTAGRAM)));
    URI url = URI.create("https://gaung.test");
    PublishingFeature publishing =
        new PublishingFeature(
            world.foundation,
            channels,
            world.campaign.campaigns(),
            world.products,
            world.collaboration.deliverables(),
            new MediaFeature(world.foundation, folder, url, new byte[32]),
            new IdentityFeature(world.foundation, true, url).people(),
            PublishingRules.of(Duration.ofMinutes(60), 4),
            "test");
    Platforms platforms = new Platforms(List.of(network));
    clearInvocations(network);
    Engagement engagement =
        new Engagement(
            watches,
            world.jdbi.onDemand(SnapshotDao.class),
            new FollowerCollector(world.foundation, channels.channels()),
            new EngagementCollector(
                world.foundation, channels.channels(), platforms, publishing.renditions()),
            publishing.renditions(),
            channels.channels(),
            world.jdbi.onDemand(SubjectDao.class),
            new DeletedReadings(world.foundation, channels.channels()));
    for (ThrowingCallable asking :
        List.<ThrowingCallable>of(
            () -> engagement.readNow(world.staff, rendition),
            () -> engagement.check(world.staff, rendition))) {
      assertThatThrownBy(asking)
          .isInstanceOfSatisfying(
              Problem.class, p -> assertThat(p.key()).isEqualTo("engagement.typed.refused.ask"));
    }
    verifyNoInteractions(network);
  }
}
