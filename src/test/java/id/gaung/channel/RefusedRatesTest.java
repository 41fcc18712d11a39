package id.gaung.channel;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.audit.Audit;
import id.gaung.audit.Foundation;
import id.gaung.channel.Budget.LimitStanding;
import id.gaung.channel.Budget.Load;
import id.gaung.channel.Connections.ConnectChannel;
import id.gaung.db.JdbiSetup;
import id.gaung.db.TestDatabase;
import id.gaung.db.Transactions;
import id.gaung.db.UuidV7Ids;
import id.gaung.identity.IdentityFeature;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Nets;
import id.gaung.kernel.Network;
import id.gaung.kernel.Role;
import id.gaung.platform.CallWatch;
import id.gaung.platform.Credentials;
import id.gaung.platform.Failure;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.NetworkQuota.Of;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.Refreshing;
import id.gaung.platform.SteppedClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a refusal stops, and what our own calls use up where a network tells nothing. */
@Tag("database")
class RefusedRatesTest {

  private static final URI API = URI.create("https://fake.test");
  private static final Duration WAIT = Duration.ofMinutes(10);

  /** 18.00 in California. */
  private final SteppedClock clock = new SteppedClock(Instant.parse("2026-11-30T02:00:00Z"));

  private final TestDatabase database = TestDatabase.create();
  private final Jdbi jdbi = JdbiSetup.on(database.dataSource());
  private final Transactions transactions = new Transactions(jdbi);
  private final Foundation foundation =
      new Foundation(
          jdbi, transactions, new Audit(jdbi, transactions, clock), new UuidV7Ids(), clock);
  private final Actor admin = Actor.person(foundation.ids().next(), "Ayu", Set.of(Role.ADMIN));
  private final FakePlatform client = new FakePlatform(Nets.MASTODON);
  private final ChannelFeature node =
      new ChannelFeature(
          foundation,
          new IdentityFeature(foundation, true, URI.create("http://localhost")).people(),
          new Sealing(new byte[32]),
          List.of(client),
          URI.create("https://gaung.test/"));

  @AfterEach
  void drop() {
    database.close();
  }

  private UUID connect(Network network, String handle) {
    UUID id =
        node.connections()
            .connect(
                admin,
                new ConnectChannel(Nets.MASTODON, Map.of("handle", handle, "secret", "s"), ""))
            .channelId()
            .orElseThrow();
    // What a login of it takes is no matter here.
    jdbi.useHandle(
        h -> h.execute("update channel set network = ? where id = ?", network.name(), id));
    return id;
  }

  private static PlatformRequest request(String method, String path) {
    return switch (method) {
      case "GET" -> PlatformRequest.get(API, path);
      case "DELETE" -> PlatformRequest.delete(API, path);
      case "PUT" -> PlatformRequest.put(API, path);
      default -> PlatformRequest.post(API, path);
    };
  }

  private static Answered answer(int status, String body, String... headers) {
    Map<String, String> told = new java.util.HashMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      told.put(headers[i], headers[i + 1]);
    }
    return new Answered(status, told, body);
  }

  /** One piece of work that ends with that answer, refused for its rate. */
  private void refused(UUID id, Work work, PlatformRequest request, Answered answer) {
    node.channels()
        .withAccess(
            id,
            work,
            access -> {
              CallWatch.current().answered(request, answer);
              return "";
            },
            done -> Optional.of(Failure.rateLimited("429", "", WAIT)));
  }

  private void called(UUID id, Work work, int times, PlatformRequest request, Answered answer) {
    node.channels()
        .withAccess(
            id,
            work,
            access -> {
              for (int i = 0; i < times && CallWatch.current().against().isEmpty(); i++) {
                CallWatch.current().answered(request, answer);
              }
              return "";
            },
            done -> Optional.empty());
  }

  private Budget budget(UUID id) {
    return node.channels().budgets(List.of(node.channels().get(id))).get(id);
  }

  private Optional<Instant> pause(UUID id) {
    return node.channels().get(id).pausedUntil();
  }

  private Budget publishing(UUID id) {
    return node.channels()
        .accounts()
        .budgets()
        .forPublishing(List.of(node.channels().get(id)))
        .get(id);
  }

  @ParameterizedTest
  @CsvSource({
    "X,GET,/2/tweets,READS",
    "X,GET,/2/users/77/tweets,READS",
    "X,GET,/2/users/me,READS",
    "X,GET,/2/media/upload,UPLOADS",
    "X,POST,/2/media/upload/5/append,UPLOADS",
    "X,POST,/2/media/metadata,UPLOADS",
    "X,POST,/2/tweets,POSTS",
    "X,DELETE,/2/tweets/7,DELETES",
    "X,POST,/2/oauth2/token,CALLS",
    "LINKEDIN,GET,/rest/organizationalEntityShareStatistics,READS",
    "LINKEDIN,POST,/rest/posts,POSTS",
    "LINKEDIN,POST,/rest/images?action=initializeUpload,UPLOADS",
    "LINKEDIN,PUT,/dms-uploads/x,UPLOADS",
    "LINKEDIN,DELETE,/rest/posts/urn,DELETES",
    "TIKTOK,POST,/v2/video/query/,READS",
    "TIKTOK,GET,/v2/user/info/,READS",
    "TIKTOK,POST,/v2/post/publish/inbox/video/init/,DRAFTS",
    "TIKTOK,POST,/v2/oauth/token/,CALLS",
    "BLUESKY,GET,/xrpc/app.bsky.feed.getPosts,CALLS",
    "BLUESKY,POST,/xrpc/com.atproto.server.refreshSession,CALLS",
    "MASTODON,GET,/api/v1/statuses,CALLS",
    "MASTODON,POST,/api/v1/statuses,CALLS",
    "INSTAGRAM,GET,/77/insights,CALLS",
    "THREADS,POST,/me/threads_publish,CALLS",
    "TELEGRAM,POST,/sendMessage,CALLS",
    "TELEGRAM,GET,/getUpdates,READS",
  })
  void what_a_refusal_stops(Network network, String method, String path, Of stopped) {
    UUID id = connect(network, "kota");
    refused(id, Work.PUBLISH, request(method, path), answer(429, "{}"));
    Instant until = clock.instant().plus(WAIT);
    if (stopped == Of.CALLS) {
      assertThat(budget(id).posts()).map(Budget.Wait::until).contains(until);
      assertThat(budget(id).readings()).map(Budget.Wait::until).contains(until);
      return;
    }
    assertThat(pause(id)).isEmpty();
    assertThat(budget(id).posts().isPresent()).isEqualTo(stopped == Of.POSTS);
    assertThat(publishing(id).posts().isPresent()).isEqualTo(stopped == Of.POSTS);
    assertThat(budget(id).against(Work.PUBLISH, Load.PICTURES).isPresent())
        .isEqualTo(stopped == Of.POSTS || stopped == Of.UPLOADS);
    assertThat(budget(id).readings().map(Budget.Wait::until))
        .isEqualTo(stopped == Of.READS ? Optional.of(until) : Optional.empty());
    assertThat(publishing(id).lookUps())
        .isEqualTo(stopped == Of.READS ? Optional.of(until) : Optional.empty());
    clock.step(WAIT);
    assertThat(budget(id).against(Work.PUBLISH, Load.VIDEO)).isEmpty();
    assertThat(budget(id).readings()).isEmpty();
  }

  @Test
  void points_of_writing_stop_posts_and_the_calls_of_an_address_everything() {
    UUID id = connect(Nets.BLUESKY, "kota");
    PlatformRequest write = request("POST", "/xrpc/com.atproto.repo.putRecord");
    refused(id, Work.PUBLISH, write, answer(429, "{}", "ratelimit-policy", "5000;w=3600"));
    assertThat(pause(id)).isEmpty();
    assertThat(budget(id).posts()).isPresent();
    assertThat(budget(id).readings()).isEmpty();
    refused(id, Work.PUBLISH, write, answer(429, "{}", "ratelimit-policy", "3000;w=300"));
    assertThat(pause(id)).isPresent();
  }

  @Test
  void who_posts_too_fast_may_read() {
    UUID id = connect(Nets.FACEBOOK, "kota");
    PlatformRequest post = request("POST", "/77/feed");
    String fast = "{\"error\":{\"code\":1,\"error_subcode\":1390008,\"message\":\"x\"}}";
    refused(id, Work.PUBLISH, post, answer(400, fast));
    assertThat(budget(id).posts()).isPresent();
    assertThat(budget(id).readings()).isEmpty();
    refused(id, Work.READ, request("GET", "/77"), answer(400, "{\"error\":{\"code\":32}}"));
    assertThat(pause(id)).as("the usage of the Page").isPresent();
  }

  /** What no answer said, such as a batch that ends with nothing left, is said of all calls. */
  @Test
  void a_good_answer_before_is_not_taken_for_what_was_refused() {
    UUID id = connect(Nets.X, "kota");
    refused(id, Work.READ, request("GET", "/2/tweets"), answer(200, "{}"));
    assertThat(pause(id)).isPresent();
  }

  @Test
  void renewing_that_is_refused_for_its_rate_stops_nothing_while_the_login_is_valid() {
    client.refreshAt = Optional.of(clock.instant());
    client.expiresAt = Optional.of(clock.instant().plus(Duration.ofHours(1)));
    UUID id = connect(Nets.MASTODON, "kota");
    client.onRefresh = access -> new Refreshing.Failed(Failure.rateLimited("429", "", WAIT));
    assertThat(node.channels().accounts().refreshIfDue(id)).isPresent();
    assertThat(pause(id)).isEmpty();
    clock.step(Duration.ofHours(1));
    assertThat(node.channels().accounts().refreshIfDue(id)).isPresent();
    assertThat(pause(id)).isPresent();
    client.onRefresh = access -> new Refreshing.Refreshed(Credentials.NONE);
  }

  @Test
  void reels_are_counted_when_they_are_begun_and_the_thirty_first_waits_for_the_first() {
    UUID id = connect(Nets.FACEBOOK, "kota");
    PlatformRequest call = request("POST", "/v24.0/77/video_reels");
    Answered begun = answer(200, "{\"video_id\":\"5\",\"upload_url\":\"https://up.test/5\"}");
    called(id, Work.PUBLISH, 1, call, begun);
    called(id, Work.PUBLISH, 9, call, answer(200, "{\"success\":true}"));
    called(id, Work.PUBLISH, 9, request("POST", "/v24.0/77/videos"), begun);
    clock.step(Duration.ofHours(20));
    called(id, Work.PUBLISH, 28, call, begun);
    assertThat(publishing(id).against(Work.PUBLISH, Load.VIDEO)).isEmpty();
    called(id, Work.PUBLISH, 1, call, begun);
    assertThat(publishing(id).limits()).extracting(LimitStanding::used).containsExactly(30L);
    assertThat(publishing(id).against(Work.PUBLISH, Load.VIDEO))
        .map(Budget.Wait::until)
        .contains(Instant.parse("2026-12-01T02:15:00Z"));
    assertThat(publishing(id).against(Work.PUBLISH, Load.PICTURES)).isEmpty();
    assertThat(publishing(id).against(Work.PUBLISH, Load.VIDEO_BEGUN)).isEmpty();
    assertThat(budget(id).readings()).isEmpty();
    clock.step(Duration.ofHours(4).plusMinutes(15));
    assertThat(publishing(id).against(Work.PUBLISH, Load.VIDEO)).isEmpty();
  }

  @Test
  void a_day_of_a_project_is_shared_and_ends_at_midnight_in_california() {
    UUID one = connect(Nets.YOUTUBE, "kota");
    UUID other = connect(Nets.YOUTUBE, "dinas");
    UUID elsewhere = connect(Nets.FACEBOOK, "lain");
    PlatformRequest upload = request("POST", "/upload/youtube/v3/videos");
    called(one, Work.PUBLISH, 60, upload, answer(200, ""));
    called(other, Work.PUBLISH, 40, upload, answer(200, ""));
    Instant midnight = Instant.parse("2026-11-30T08:00:00Z");
    for (UUID id : List.of(one, other)) {
      assertThat(publishing(id).against(Work.PUBLISH, Load.VIDEO))
          .map(Budget.Wait::until)
          .contains(midnight);
      assertThat(budget(id).readings()).isEmpty();
    }
    assertThat(publishing(elsewhere).limits()).isEmpty();
    clock.step(Duration.between(clock.instant(), midnight));
    assertThat(publishing(one).against(Work.PUBLISH, Load.VIDEO)).isEmpty();
  }

  /** What was refused yesterday is over, and hides nothing that is counted today. */
  @Test
  void a_refusal_of_yesterday_leaves_today_s_count() {
    UUID id = connect(Nets.YOUTUBE, "kota");
    PlatformRequest upload = request("POST", "/upload/youtube/v3/videos");
    String used = "{\"error\":{\"errors\":[{\"reason\":\"quotaExceeded\"}]}}";
    called(id, Work.PUBLISH, 1, upload, answer(403, used));
    assertThat(publishing(id).against(Work.PUBLISH, Load.VIDEO)).isPresent();
    clock.step(Duration.ofDays(1));
    assertThat(publishing(id).against(Work.PUBLISH, Load.VIDEO)).isEmpty();
    called(id, Work.PUBLISH, 100, upload, answer(200, ""));
    assertThat(publishing(id).against(Work.PUBLISH, Load.VIDEO)).isPresent();
  }

  @Test
  void a_limit_of_seconds_that_is_refused_again_is_minded_again() {
    UUID id = connect(Nets.TIKTOK, "kota");
    for (int round = 0; round < 3; round++) {
      node.channels()
          .withAccess(
              id,
              Work.PRESSED,
              access -> {
                CallWatch.current()
                    .answered(request("POST", "/v2/video/query/"), answer(429, "{}"));
                return "";
              },
              done -> Optional.of(Failure.rateLimited("429", "", Duration.ofSeconds(20))));
      assertThat(budget(id).readings()).as("round " + round).isPresent();
      clock.step(Duration.ofSeconds(21));
      assertThat(budget(id).readings()).isEmpty();
    }
  }

  @Test
  void units_are_counted_by_what_each_call_costs_and_reading_leaves_a_quarter() {
    UUID id = connect(Nets.YOUTUBE, "kota");
    PlatformRequest read = request("GET", "/youtube/v3/videos");
    called(id, Work.READ, 1, read, answer(200, "{}"));
    called(id, Work.PRESSED, 149, request("DELETE", "/youtube/v3/videos"), answer(204, ""));
    assertThat(budget(id).limits()).extracting(LimitStanding::used).containsExactly(7_451L);
    called(id, Work.READ, 200, read, answer(200, "{}"));
    assertThat(budget(id).limits()).extracting(LimitStanding::used).containsExactly(7_500L);
    assertThat(budget(id).readings()).isPresent();
    assertThat(budget(id).posts()).isEmpty();
  }

  @Test
  void what_was_used_days_ago_is_forgotten() {
    UUID id = connect(Nets.YOUTUBE, "kota");
    called(id, Work.READ, 3, request("GET", "/youtube/v3/videos"), answer(200, "{}"));
    clock.step(Duration.ofDays(3));
    called(id, Work.READ, 1, request("GET", "/youtube/v3/videos"), answer(200, "{}"));
    assertThat(
            jdbi.<List<Long>, RuntimeException>withHandle(
                h -> h.createQuery("select used from channel_use").mapTo(Long.class).list()))
        .containsExactly(1L);
  }
}
