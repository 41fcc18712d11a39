package id.gaung.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import id.gaung.channel.ChannelFeature;
import id.gaung.channel.Channels.DisconnectChannel;
import id.gaung.channel.Connections.ConnectChannel;
import id.gaung.channel.FakePlatform;
import id.gaung.channel.Sealing;
import id.gaung.collaboration.World;
import id.gaung.engagement.Engagement.ReadNow;
import id.gaung.engagement.Engagement.Standing;
import id.gaung.engagement.WatchDao.DueWatch;
import id.gaung.identity.IdentityFeature;
import id.gaung.jobs.ForEach;
import id.gaung.jobs.Job;
import id.gaung.kernel.Nets;
import id.gaung.kernel.Role;
import id.gaung.media.MediaFeature;
import id.gaung.platform.AccountProfile;
import id.gaung.platform.Failure;
import id.gaung.platform.Figure;
import id.gaung.platform.Metric;
import id.gaung.platform.Presence;
import id.gaung.platform.Reading;
import id.gaung.platform.RemotePost;
import id.gaung.platform.SocialPlatform;
import id.gaung.publishing.PublishingFeature;
import id.gaung.publishing.PublishingRules;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading what posts and channels count, while some of them cannot be read. */
@Tag("database")
class CollectorsTest {

  private static final URI URL = URI.create("https://gaung.test");

  private final World world = new World();
  private final SocialPlatform network =
      mock(SocialPlatform.class, delegatesTo(new FakePlatform(Nets.BLUESKY)));
  private final ChannelFeature channels =
      new ChannelFeature(
          world.foundation,
          new IdentityFeature(world.foundation, true, URI.create("http://localhost")).people(),
          new Sealing("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8)),
          List.of(network),
          URL);
  private final UUID campaign = world.activeCampaign();

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
  private final EngagementCollector collector =
      new EngagementCollector(
          world.foundation, channels.channels(), channels.platforms(), publishing.renditions());
  private final Job posts =
      new ForEach<>(
          "collect-engagement",
          world.clock,
          collector::due,
          EngagementCollector.DueChannel::channelId,
          collector::read);

  private UUID channel(String handle) {
    return channels
        .connections()
        .connect(
            world.person("Ayu", Role.ADMIN),
            new ConnectChannel(Nets.BLUESKY, Map.of("handle", handle, "secret", "s"), ""))
        .channelId()
        .orElseThrow();
  }

  private UUID watched(UUID channel, String remoteId, Instant published) {
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
              values (?, ?, ?, 'Amplang', ?, 'PUBLISHED', ?, ?, now())
              """,
              id,
              post,
              channel,
              published,
              published,
              remoteId);
          h.execute(
              """
              insert into watch (rendition_id, channel_id, published_at, remote_id, next_at)
              values (?, ?, ?, ?, ?)
              """,
              id,
              channel,
              published,
              remoteId,
              published);
        });
    return id;
  }

  private void answer(Set<String> broken) {
    doAnswer(
            asked -> {
              List<RemotePost> all = asked.getArgument(1);
              Map<RemotePost, Reading> answer = new HashMap<>();
              for (RemotePost post : all) {
                if (broken.contains(post.remoteId())) {
                  throw new IllegalArgumentException("replies_count: -1");
                }
                answer.put(post, new Reading.Measured(Map.of(Metric.LIKES, Figure.of(7))));
              }
              return answer;
            })
        .when(network)
        .read(any(), any());
  }

  private long likes(UUID rendition) {
    return world.jdbi.withHandle(
        h ->
            h.createQuery("select count(*) from snapshot where rendition_id = ?")
                .bind(0, rendition)
                .mapTo(Long.class)
                .one());
  }

  private Optional<String> told(String of, UUID rendition) {
    String sql = "select " + of + " from watch where rendition_id = ? and " + of + " is not null";
    return world.jdbi.withHandle(
        h -> h.createQuery(sql).bind(0, rendition).mapTo(String.class).findOne());
  }

  private Optional<String> ended(UUID rendition) {
    return told("end_reason", rendition);
  }

  private Optional<String> trouble(UUID rendition) {
    return told("last_trouble", rendition);
  }

  @Test
  void one_answer_that_cannot_be_read_stops_no_other_post_and_no_other_channel() {
    UUID one = channel("satu");
    UUID other = channel("dua");
    Instant published = world.clock.instant().minus(Duration.ofHours(2));
    UUID before = watched(one, "a", published.minusSeconds(2));
    UUID broken = watched(one, "b", published.minusSeconds(1));
    UUID after = watched(one, "c", published);
    UUID elsewhere = watched(other, "d", published);
    answer(Set.of("b"));
    posts.run();
    assertThat(List.of(likes(before), likes(broken), likes(after), likes(elsewhere)))
        .containsExactly(1L, 0L, 1L, 1L);
    // It is left for a while, and read when its network is whole again.
    answer(Set.of());
    posts.run();
    assertThat(likes(broken)).isZero();
    world.clock.step(Duration.ofMinutes(30));
    posts.run();
    assertThat(likes(broken)).isEqualTo(1);
  }

  private Reading measured() {
    return new Reading.Measured(Map.of(Metric.LIKES, Figure.of(7)));
  }

  private Instant nextAt(UUID rendition) {
    return world.jdbi.withHandle(
        h ->
            h.createQuery("select next_at from watch where rendition_id = ?")
                .bind(0, rendition)
                .mapTo(Instant.class)
                .one());
  }

  /** Answers each batch of three; the third answer reaches the limit with its last post. */
  private void limited(AtomicInteger asked, int reachedAt, Duration wait) {
    Failure limit = Failure.rateLimited("USAGE", "100 %", wait);
    doAnswer(
            call -> {
              List<RemotePost> all = call.getArgument(1);
              Map<RemotePost, Reading> answer = new HashMap<>();
              for (RemotePost post : all) {
                int number = asked.incrementAndGet();
                answer.put(
                    post,
                    number < reachedAt
                        ? measured()
                        : number == reachedAt
                            ? measured().spending(limit)
                            : new Reading.Failed(limit));
              }
              return answer;
            })
        .when(network)
        .read(any(), any());
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 5, 10})
  void a_limit_reached_anywhere_in_a_batch_pauses_the_channel_and_the_other_posts_wait(int at) {
    UUID channel = channel("kota");
    Instant published = world.clock.instant().minus(Duration.ofHours(2));
    List<UUID> ten = due(10, channel);
    AtomicInteger asked = new AtomicInteger();
    doReturn(5).when(network).readBatchSize();
    limited(asked, at, Duration.ofMinutes(40));
    Instant paused = world.clock.instant().plus(Duration.ofMinutes(40));
    posts.run();
    assertThat(ten.stream().mapToLong(this::likes).sum()).isEqualTo(at);
    assertThat(channels.channels().get(channel).pausedUntil()).contains(paused);
    assertThat(ten.subList(at, 10))
        .allSatisfy(
            post -> {
              assertThat(trouble(post)).isEmpty();
              assertThat(nextAt(post)).isEqualTo(paused);
            });
    // Until then nobody is asked, whatever is due; afterwards those that waited are read.
    int before = asked.get();
    UUID fresh = watched(channel, "new", published);
    world.clock.step(Duration.ofMinutes(39));
    posts.run();
    assertThat(asked).hasValue(before);
    assertThat(trouble(fresh)).isEmpty();
    limited(new AtomicInteger(), 100, Duration.ZERO);
    world.clock.step(Duration.ofMinutes(1));
    posts.run();
    assertThat(ten).allSatisfy(post -> assertThat(likes(post)).isPositive());
    assertThat(likes(fresh)).isEqualTo(1);
  }

  private List<UUID> due(int count, UUID... of) {
    Instant published = world.clock.instant().minus(Duration.ofHours(2));
    return IntStream.range(0, count)
        .mapToObj(i -> watched(of[i % of.length], "p" + i, published.plusSeconds(i)))
        .toList();
  }

  /** Counts the calls; the program is stopped at one of them. */
  private AtomicInteger calls(int batch, int stoppedAt) {
    AtomicInteger calls = new AtomicInteger();
    doReturn(batch).when(network).readBatchSize();
    doAnswer(
            call -> {
              if (calls.incrementAndGet() == stoppedAt) {
                throw new CancellationException("stopping");
              }
              List<RemotePost> all = call.getArgument(1);
              return all.stream().collect(Collectors.toMap(post -> post, post -> measured()));
            })
        .when(network)
        .read(any(), any());
    return calls;
  }

  @Test
  void batches_are_filled_however_the_posts_of_accounts_fall_due() {
    List<UUID> twelve = due(12, channel("satu"), channel("dua"));
    AtomicInteger calls = calls(4, 0);
    posts.run();
    assertThat(calls).as("six posts each").hasValue(4);
    assertThat(twelve.stream().map(this::likes)).containsOnly(1L);
  }

  @Test
  void what_was_read_until_the_program_is_stopped_is_kept() {
    List<UUID> six = due(6, channel("kota"));
    calls(2, 3);
    assertThatThrownBy(posts::run).isInstanceOf(CancellationException.class);
    assertThat(six.stream().map(this::likes)).containsExactly(1L, 1L, 1L, 1L, 0L, 0L);
  }

  @Test
  void what_its_network_does_not_show_for_hours_is_hidden_and_asked_less_and_less() {
    UUID channel = channel("kota");
    UUID post = watched(channel, "a", world.clock.instant().minus(Duration.ofHours(2)));
    answer(Set.of());
    posts.run();
    doAnswer(call -> Map.of(new RemotePost("a", Optional.empty()), new Reading.Absent()))
        .when(network)
        .read(any(), any());
    doReturn(Presence.PRESENT).when(network).presence(any(), any());
    DueWatch watch = world.jdbi.onDemand(WatchDao.class).find(post).orElseThrow();
    assertThat(collector.absences().check(world.staff, watch)).isEqualTo(Standing.PRESENT);
    int asked = 0;
    Instant until = world.clock.instant().plus(Duration.ofDays(3));
    while (nextAt(post).isBefore(until)) {
      world.clock.step(Duration.between(world.clock.instant(), nextAt(post)));
      posts.run();
      asked++;
      boolean late =
          Duration.between(until.minus(Duration.ofDays(3)), world.clock.instant())
                  .compareTo(Duration.ofHours(3))
              >= 0;
      assertThat(trouble(post)).contains(late ? "hidden" : "not-indexed");
      assertThat(collector.absences().check(world.staff, watch)).isEqualTo(Standing.NOT_SHOWN);
    }
    assertThat(asked).isLessThan(45);
    assertThat(ended(post)).isEmpty();
    assertThat(hiddenSpans(post)).singleElement().asString().endsWith(" - ");
    // Shown again, it is read on as ever.
    answer(Set.of());
    world.clock.step(Duration.ofDays(1));
    posts.run();
    assertThat(trouble(post)).isEmpty();
    assertThat(hiddenSpans(post))
        .singleElement()
        .asString()
        .endsWith(" - " + world.clock.instant().getEpochSecond());
  }

  /** From when to when, in seconds of the epoch, as the reports are told. */
  private List<String> hiddenSpans(UUID post) {
    return world.jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select extract(epoch from since)::bigint || ' - '
                      || coalesce((extract(epoch from until)::bigint)::text, '')
                    from engagement_hidden_span where rendition_id = :id order by since
                    """)
                .bind("id", post)
                .mapTo(String.class)
                .list());
  }

  private String remoteId(String table, String key, UUID rendition) {
    return world.jdbi.withHandle(
        h ->
            h.createQuery("select remote_id from " + table + " where " + key + " = ?")
                .bind(0, rendition)
                .mapTo(String.class)
                .one());
  }

  @Test
  void a_new_id_of_the_same_post_is_kept_unless_another_post_holds_it() {
    UUID channel = channel("kota");
    Instant published = world.clock.instant().minus(Duration.ofHours(2));
    UUID changed = watched(channel, "a", published);
    UUID other = watched(channel, "b", published);
    watched(channel, "c", published);
    doAnswer(
            call -> {
              Map<RemotePost, Reading> answer = new HashMap<>();
              List<RemotePost> all = call.getArgument(1);
              for (RemotePost post : all) {
                Optional<String> newId =
                    Optional.ofNullable(Map.of("a", "a2", "b", "c").get(post.remoteId()));
                answer.put(
                    post,
                    new Reading.Measured(
                        Map.of(Metric.LIKES, Figure.of(7)), Optional.empty(), newId));
              }
              return answer;
            })
        .when(network)
        .read(any(), any());
    posts.run();
    assertThat(remoteId("rendition", "id", changed)).isEqualTo("a2");
    assertThat(remoteId("watch", "rendition_id", changed)).isEqualTo("a2");
    assertThat(remoteId("rendition", "id", other)).isEqualTo("b");
    assertThat(likes(changed)).isEqualTo(1);
  }

  @Test
  void reading_now_says_what_came_of_it() {
    UUID channel = channel("kota");
    UUID post = watched(channel, "a", world.clock.instant().minus(Duration.ofHours(2)));
    DueWatch watch = world.jdbi.onDemand(WatchDao.class).find(post).orElseThrow();
    answer(Set.of());
    assertThat(collector.readNow(watch)).isEqualTo(ReadNow.READ);
    Map<Failure, ReadNow> came = new java.util.LinkedHashMap<>();
    came.put(Failure.of(Failure.Kind.TRANSIENT, "HTTP 500", ""), ReadNow.NO_ANSWER);
    came.put(Failure.of(Failure.Kind.PERMISSION, "10", ""), ReadNow.REFUSED);
    came.put(Failure.rateLimited("HTTP 429", "", Duration.ofMinutes(5)), ReadNow.WAITING);
    came.forEach(
        (failure, expected) -> {
          doAnswer(
                  call ->
                      Map.of(new RemotePost("a", Optional.empty()), new Reading.Failed(failure)))
              .when(network)
              .read(any(), any());
          assertThat(collector.readNow(watch)).isEqualTo(expected);
        });
    assertThat(collector.readNow(watch)).isEqualTo(ReadNow.WAITING);
    assertThat(collector.absences().check(world.staff, watch)).isEqualTo(Standing.WAITING);
    world.clock.step(Duration.ofMinutes(5));
    doReturn(Presence.GONE).when(network).presence(any(), any());
    doAnswer(call -> Map.of(new RemotePost("a", Optional.empty()), new Reading.Absent()))
        .when(network)
        .read(any(), any());
    assertThat(collector.readNow(watch)).isEqualTo(ReadNow.ABSENT);
  }

  @Test
  void a_disconnected_channels_watch_ends_when_nothing_is_watched_any_longer() {
    UUID channel = channel("kota");
    UUID old = watched(channel, "a", world.clock.instant().minus(Duration.ofDays(95)));
    UUID young = watched(channel, "b", world.clock.instant().minus(Duration.ofDays(5)));
    channels
        .channels()
        .disconnect(
            world.person("Ayu", Role.ADMIN),
            channel,
            new DisconnectChannel(channels.channels().get(channel).version()));
    posts.run();
    assertThat(ended(old)).contains("LADDER_DONE");
    assertThat(ended(young)).isEmpty();
    world.clock.step(Duration.ofDays(90));
    posts.run();
    assertThat(ended(young)).contains("LADDER_DONE");
    long open =
        world.jdbi.withHandle(
            h ->
                h.createQuery("select count(*) from watch where ended_at is null")
                    .mapTo(Long.class)
                    .one());
    assertThat(open).isZero();
  }

  @Test
  void followers_of_one_channel_that_throw_stop_no_other_channel() {
    UUID one = channel("satu");
    UUID other = channel("dua");
    doAnswer(
            asked -> {
              id.gaung.platform.Access access = asked.getArgument(0);
              if (access.account().handle().equals("satu")) {
                throw new IllegalStateException("no number");
              }
              return new AccountProfile(Figure.of(120), Optional.of("dua.baru"));
            })
        .when(network)
        .profile(any());
    FollowerCollector followers = new FollowerCollector(world.foundation, channels.channels());
    ForEach<id.gaung.channel.Channel> job =
        new ForEach<>(
            "collect-followers",
            world.clock,
            followers::due,
            id.gaung.channel.Channel::id,
            followers::read);
    job.run();
    assertThat(
            followers.near(
                List.of(
                    new FollowerCollector.At(one, one, world.clock.instant()),
                    new FollowerCollector.At(other, other, world.clock.instant()))))
        .containsExactly(Map.entry(other, 120L));
    assertThat(job.failing()).isEqualTo(1);
    assertThat(channels.channels().get(other).handle()).isEqualTo("dua.baru");
    assertThat(channels.channels().get(other).label()).isEqualTo("dua.baru");
  }
}
