package id.gaung.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import id.gaung.channel.Budget;
import id.gaung.channel.ChannelFeature;
import id.gaung.channel.Connections.ConnectChannel;
import id.gaung.channel.FakePlatform;
import id.gaung.channel.Sealing;
import id.gaung.collaboration.World;
import id.gaung.engagement.Engagement.ReadNow;
import id.gaung.identity.IdentityFeature;
import id.gaung.kernel.Nets;
import id.gaung.kernel.Role;
import id.gaung.media.MediaFeature;
import id.gaung.platform.CallWatch;
import id.gaung.platform.Figure;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.Metric;
import id.gaung.platform.NoAnswer;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.Reading;
import id.gaung.platform.RemotePost;
import id.gaung.platform.SocialPlatform;
import id.gaung.publishing.PublishingFeature;
import id.gaung.publishing.PublishingRules;
import id.gaung.web.Rendering;
import id.gaung.web.TestViewer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readings that a limit of their network makes wait, and what the post's page says of it. */
@Tag("database")
class LimitedReadingsTest {

  private static final URI URL = URI.create("https://gaung.test");

  private final World world = new World();
  private final SocialPlatform network =
      mock(SocialPlatform.class, delegatesTo(new FakePlatform(Nets.INSTAGRAM)));
  private final ChannelFeature channels =
      new ChannelFeature(
          world.foundation,
          new IdentityFeature(world.foundation, true, URL).people(),
          new Sealing(new byte[32]),
          List.of(network),
          URL);
  private final UUID campaign = world.activeCampaign();
  private final AtomicInteger calls = new AtomicInteger();
  private int percent;

  @TempDir private static Path folder;

  private final MediaFeature media = new MediaFeature(world.foundation, folder, URL, new byte[32]);
  private final PublishingFeature publishing =
      new PublishingFeature(
          world.foundation,
          channels,
          world.campaign.campaigns(),
          world.products,
          world.collaboration.deliverables(),
          media,
          new IdentityFeature(world.foundation, true, URL).people(),
          PublishingRules.of(Duration.ofMinutes(60), 4),
          "test");
  private final Watches watches = EngagementFeature.watches(world.foundation);
  private final EngagementCollector collector =
      new EngagementCollector(
          world.foundation, channels.channels(), channels.platforms(), publishing.renditions());
  private final Engagement engagement =
      new Engagement(
          watches,
          world.jdbi.onDemand(SnapshotDao.class),
          new FollowerCollector(world.foundation, channels.channels()),
          collector,
          publishing.renditions(),
          channels.channels(),
          world.jdbi.onDemand(SubjectDao.class),
          new DeletedReadings(world.foundation, channels.channels()));

  private UUID channel() {
    return channels
        .connections()
        .connect(
            world.person("Ayu", Role.ADMIN),
            new ConnectChannel(Nets.INSTAGRAM, Map.of("handle", "kota", "secret", "s"), ""))
        .channelId()
        .orElseThrow();
  }

  private UUID watched(UUID channel, String remoteId) {
    UUID post = world.ids.next();
    UUID id = world.ids.next();
    Instant out = world.clock.instant().minus(Duration.ofMinutes(20));
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
              values (?, ?, ?, 'Amplang', ?, 'PUBLISHED', ?, ?, now())
              """,
              id,
              post,
              channel,
              out,
              out,
              remoteId);
          h.execute(
              """
              insert into watch (rendition_id, channel_id, published_at, remote_id, next_at)
              values (?, ?, ?, ?, ?)
              """,
              id,
              channel,
              out,
              remoteId,
              out);
        });
    return id;
  }

  /** One call a post, each as far as it is let; five percent more are used with each. */
  private void answers() {
    doAnswer(
            asked -> {
              Map<RemotePost, Reading> answer = new LinkedHashMap<>();
              for (RemotePost post : asked.<List<RemotePost>>getArgument(1)) {
                answer.put(post, one());
              }
              return answer;
            })
        .when(network)
        .read(any(), any());
  }

  private Reading one() {
    Optional<String> waits = CallWatch.current().against();
    if (waits.isPresent()) {
      return new Reading.Failed(
          NoAnswer.of(
              new HttpOutcome.NotSent(HttpOutcome.NotSent.Reason.WAITS, waits.get()), false));
    }
    calls.incrementAndGet();
    CallWatch.current()
        .answered(
            PlatformRequest.get(URL, "/insights"),
            new HttpOutcome.Answered(
                200, Map.of("x-app-usage", "{\"call_count\":" + percent + "}"), ""));
    percent += 5;
    return new Reading.Measured(Map.of(Metric.LIKES, Figure.of(7)));
  }

  private void collect() {
    collector.due().forEach(collector::read);
  }

  private Instant next(UUID rendition) {
    return world.jdbi.withHandle(
        h ->
            h.createQuery("select next_at from watch where rendition_id = ?")
                .bind(0, rendition)
                .mapTo(Instant.class)
                .one());
  }

  private String page(UUID rendition) {
    return Jsoup.parse(
            new Rendering("web", "channel", "engagement", "platform")
                .of(
                    new EngagementPages(
                            engagement,
                            new TypedFigures(world.foundation, watches, channels.channels()),
                            media.photos(),
                            new CountChanges(world.foundation))
                        .show(new TestViewer(world.staff), rendition)))
        .text();
  }

  @Test
  void they_stop_in_the_middle_say_so_and_go_on_by_themselves_while_a_person_may_still_ask() {
    UUID channel = channel();
    List<UUID> posts =
        List.of("1", "2", "3", "4").stream().map(id -> watched(channel, id)).toList();
    answers();
    percent = 66;
    collect();

    assertThat(calls).hasValue(3);
    Instant again = world.clock.instant().plus(Duration.ofMinutes(15));
    assertThat(posts.stream().map(this::next).filter(again::equals)).hasSize(1);
    UUID left = posts.stream().filter(id -> next(id).equals(again)).findFirst().orElseThrow();
    assertThat(page(left))
        .contains("Angka dibaca lagi", "10.15", "76 % jatah panggilan semua akun terpakai");
    Budget budget =
        channels.channels().budgets(List.of(channels.channels().get(channel))).get(channel);
    assertThat(budget.posts()).isEmpty();
    assertThat(engagement.readNow(world.staff, left)).isEqualTo(ReadNow.READ);

    percent = 90;
    assertThat(engagement.readNow(world.staff, left)).isEqualTo(ReadNow.READ);
    assertThat(engagement.readNow(world.staff, left)).isEqualTo(ReadNow.WAITING);
    assertThat(calls).hasValue(5);

    world.clock.step(Duration.ofMinutes(41));
    percent = 10;
    assertThat(page(left)).doesNotContain("dibaca lagi");
    collect();
    assertThat(calls).hasValue(9);
  }

  @Test
  void a_line_over_a_day_on_which_its_network_counts_otherwise_says_so() {
    UUID channel = channel();
    UUID over = watched(channel, "1");
    UUID after = watched(channel, "2");
    world.jdbi.useHandle(
        h -> {
          h.execute("delete from count_change");
          h.execute(
              """
              insert into count_change (id, network, metric, changed_on, text_id, text_en, source)
              values (?, 'INSTAGRAM', 'VIEWS', '2026-11-26', 'ditonton ulang dihitung', 'x', 's')
              """,
              world.ids.next());
          h.execute(
              """
              insert into snapshot (rendition_id, metric, value, observed_at, source)
              select r, 'VIEWS', 10 * extract(day from at), at, 'API'
              from (values (cast(? as uuid), timestamptz '2026-11-25 02:00Z'),
                (?, '2026-11-26 02:00Z'), (?, '2026-11-27 02:00Z'), (?, '2026-11-28 02:00Z')
              ) v (r, at)
              """,
              over,
              over,
              after,
              after);
        });
    String note =
        "Instagram mengubah cara menghitung tayangan pada 26 Nov 2026: ditonton ulang dihitung.";
    assertThat(page(over)).contains(note);
    assertThat(page(after)).contains("Tayangan").doesNotContain("mengubah cara menghitung");
  }
}
