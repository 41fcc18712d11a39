package id.gaung.sandbox;

import static id.gaung.kernel.Nets.THREADS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.demo.NetworkPerson;
import id.gaung.platform.Access;
import id.gaung.platform.Attachment;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.ClientSetup;
import id.gaung.platform.Connecting;
import id.gaung.platform.Deleting;
import id.gaung.platform.Failure;
import id.gaung.platform.HostPolicy.ListedHosts;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.Listing;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.NetworkQuota;
import id.gaung.platform.NetworkSettings;
import id.gaung.platform.PlatformHttp;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.PostAddress;
import id.gaung.platform.PostOption;
import id.gaung.platform.Presence;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import id.gaung.platform.RemotePost;
import id.gaung.platform.Reply;
import id.gaung.platform.Replying;
import id.gaung.platform.SocialPlatform;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What practice Threads has of its own, spoken to directly and by the client. */
@Tag("database")
class ThreadsSandboxTest {

  private static final ContractWorld WORLD = new ContractWorld();

  private final NetworkModule module = NetworkModule.of(THREADS);
  private final SocialPlatform client = WORLD.client(module);
  private final Access access = WORLD.connected(module);
  private final PlatformHttp http =
      new PlatformHttp(new ListedHosts(Set.of("127.0.0.1")), PlatformHttp.Timeouts.STANDARD);

  @AfterAll
  static void close() {
    WORLD.close();
  }

  private HttpOutcome.Answered answered(HttpOutcome outcome) {
    return outcome.match(
        answer -> answer,
        notSent -> {
          throw new AssertionError(notSent);
        },
        unknown -> {
          throw new AssertionError(unknown);
        });
  }

  private String token() {
    return access.credentials().secrets().getOrDefault("access_token", "");
  }

  private HttpOutcome.Answered get(String path) {
    return answered(
        http.send(PlatformRequest.get(WORLD.practice.uri(module), path).bearer(token())));
  }

  private HttpOutcome.Answered create(Map<String, String> form) {
    return answered(
        http.send(
            PlatformRequest.post(WORLD.practice.uri(module), "/v1.0/me/threads")
                .bearer(token())
                .form(form)));
  }

  private static JsonNode json(HttpOutcome.Answered answer) {
    return answer.json().orElseThrow();
  }

  private static Publication publication(String text) {
    return new Publication(
        UUID.randomUUID(),
        WORLD.practice.clock.instant(),
        text,
        "id",
        Attachment.NONE,
        Map.of(),
        Optional.empty());
  }

  private RemotePost post(String text) {
    return WORLD.drive(client, access, publication(text), Checkpoint.START).published().post();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TEXT | text | | The parameter text is required",
        "TEXT | text | LONG | at most 500 characters",
        "TEXT | text | EMOJI | at most 500 characters",
        "TEXT | text | http://a.id http://b.id http://c.id http://d.id http://e.id http://f.id | LINK_LIMIT",
        "IMAGE | text | a | image_url is required",
        "VIDEO | text | a | video_url is required",
        "CAROUSEL | children | 1 | at most 20 children",
        "STORY | text | a | media_type must be one of",
        "IMAGE | link_attachment | https://a.id | for text posts only",
      })
  void what_threads_would_not_take_is_refused(
      String type, String name, String value, String message) {
    Map<String, String> form = new HashMap<>(Map.of("media_type", type));
    Optional.ofNullable(value)
        .map(v -> v.replace("LONG", "x".repeat(501)).replace("EMOJI", "😀".repeat(126)))
        .ifPresent(v -> form.put(name, v));
    if (type.equals("IMAGE") && name.equals("link_attachment")) {
      form.put("image_url", WORLD.picture("a").publicUrl().toString());
    }
    HttpOutcome.Answered answer = create(form);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(json(answer).path("error").path("message").asText()).contains(message);
  }

  @Test
  void a_container_tells_its_state_and_is_no_post() {
    String id = json(create(Map.of("media_type", "TEXT", "text", "Amplang"))).path("id").asText();
    String path = "/v1.0/" + id + "?fields=status,error_message";
    assertThat(json(get(path)).path("status").asText()).isEqualTo("IN_PROGRESS");
    WORLD.practice.clock.move(Duration.ofSeconds(2));
    assertThat(json(get(path)).path("status").asText()).isEqualTo("FINISHED");
    WORLD.practice.clock.move(Duration.ofDays(1));
    assertThat(json(get(path)).path("status").asText()).isEqualTo("EXPIRED");
    RemotePost out = post("Sudah tayang");
    assertThat(
            json(get("/v1.0/" + out.remoteId() + "?fields=status")).path("error").path("message"))
        .asString()
        .contains("nonexisting field (status)");
  }

  @Test
  void an_address_of_a_post_is_one_that_the_client_reads() {
    URI url = post("Amplang").url().orElseThrow();
    assertThat(client.postAt(access.account(), url.toString()))
        .isInstanceOfSatisfying(
            PostAddress.Named.class, named -> assertThat(named.post().url()).contains(url));
    assertThat(answered(http.send(PlatformRequest.get(url, ""))).body()).contains("Amplang");
  }

  @Test
  void what_was_published_is_listed_page_by_page_and_gone_once_deleted() {
    post("Sebelum");
    WORLD.practice.clock.move(Duration.ofMinutes(5));
    Instant since = WORLD.practice.clock.instant();
    RemotePost first = post("Pertama");
    WORLD.practice.clock.move(Duration.ofMinutes(1));
    RemotePost second = post("Kedua");

    Listing.Page page = (Listing.Page) client.list(access, since, Optional.empty());
    assertThat(page.posts()).extracting(Listing.Post::text).containsExactly("Kedua", "Pertama");
    assertThat(page.posts()).extracting(Listing.Post::post).containsExactly(second, first);
    assertThat(page.next()).isEmpty();

    assertThat(client.delete(access, first)).isEqualTo(new Deleting.Gone());
    assertThat(client.delete(access, first)).as("again").isEqualTo(new Deleting.Gone());
    assertThat(client.presence(access, first)).isEqualTo(Presence.GONE);
    assertThat(((Listing.Page) client.list(access, since, Optional.empty())).posts()).hasSize(1);
  }

  @Test
  void a_hundred_are_deleted_in_a_day_and_no_more() {
    List<RemotePost> posts = new java.util.ArrayList<>();
    for (int i = 0; i < 101; i++) {
      posts.add(post("Hapus " + i));
    }
    for (RemotePost one : posts.subList(0, 100)) {
      assertThat(client.delete(access, one)).isEqualTo(new Deleting.Gone());
    }
    RemotePost last = posts.get(100);
    assertThat(client.delete(access, last)).isInstanceOf(Deleting.Failed.class);
    assertThat(client.presence(access, last)).isEqualTo(Presence.PRESENT);
    WORLD.practice.clock.move(Duration.ofDays(1).plusSeconds(1));
    assertThat(client.delete(access, last)).isEqualTo(new Deleting.Gone());
  }

  @Test
  void the_quota_of_posts_is_told_when_asked() {
    post("Satu");
    JsonNode quota =
        json(get("/v1.0/me/threads_publishing_limit?fields=quota_usage,config"))
            .path("data")
            .path(0);
    assertThat(quota.path("quota_usage").asInt()).isEqualTo(1);
    assertThat(quota.path("config").path("quota_total").asInt()).isEqualTo(250);
  }

  private Replying answer(Access by, RemotePost parent, String text) {
    Reply reply =
        new Reply(
            UUID.randomUUID(),
            WORLD.practice.clock.instant(),
            WORLD.practice.clock.instant(),
            PostOption.THREAD,
            parent,
            parent,
            text,
            "id",
            Map.of(),
            Checkpoint.START);
    for (int step = 0; step < 20; step++) {
      Replying answer = client.reply(by, reply);
      if (!(answer instanceof Replying.Continue next)) {
        return answer;
      }
      WORLD.practice.clock.move(next.pause());
      reply = reply.from(next.checkpoint());
    }
    throw new AssertionError("no end");
  }

  @Test
  void an_answer_stands_in_the_list_of_answers_alone_and_counts_apart() {
    RemotePost root = post("Awal");
    RemotePost out = ((Replying.Out) answer(access, root, "Lanjutan")).post();

    String fields = "?fields=id,text,is_reply,replied_to";
    JsonNode answers = json(get("/v1.0/me/replies" + fields)).path("data");
    assertThat(answers).hasSize(1);
    assertThat(answers.path(0).path("id").asText()).isEqualTo(out.remoteId());
    assertThat(answers.path(0).path("is_reply").asBoolean()).isTrue();
    assertThat(answers.path(0).path("replied_to").path("id").asText()).isEqualTo(root.remoteId());
    assertThat(json(get("/v1.0/me/threads" + fields)).path("data"))
        .extracting(one -> one.path("id").asText())
        .containsExactly(root.remoteId());
    JsonNode quota =
        json(get(
                "/v1.0/me/threads_publishing_limit?fields="
                    + "quota_usage,config,reply_quota_usage,reply_config"))
            .path("data")
            .path(0);
    assertThat(quota.path("quota_usage").asInt()).isEqualTo(1);
    assertThat(quota.path("reply_quota_usage").asInt()).isEqualTo(1);
    assertThat(quota.path("reply_config").path("quota_total").asInt()).isEqualTo(1000);
    assertThat(client.askLimits(access)).isEmpty();
  }

  /** The same account, whose person allowed no more than what is needed. */
  private Access withoutAnswering() {
    Map<String, String> settings =
        new HashMap<>(PracticeServer.of(module).settings(WORLD.practice.uri(module)));
    settings.put("permissions", "");
    SocialPlatform asking =
        module.client(
            new ClientSetup(
                NetworkSettings.of(module, settings),
                http,
                new ListedHosts(Set.of("127.0.0.1")),
                WORLD.practice.clock));
    Connecting.Redirect begun =
        (Connecting.Redirect) asking.connect(Map.of(), ContractWorld.CALLBACK, "state");
    String code =
        new NetworkPerson()
            .allow(begun.authorize(), access.account().handle())
            .getOrDefault("code", "");
    Connecting done = asking.complete(begun.pending(), code, ContractWorld.CALLBACK);
    return ((Connecting.Connected) done).access();
  }

  @Test
  void who_did_not_allow_it_cannot_answer_and_is_told_so() {
    Access less = withoutAnswering();
    assertThat(module.options(access.account())).contains(PostOption.THREAD);
    assertThat(module.options(less.account())).isEmpty();
    RemotePost root = post("Awal");
    Failure failure = answer(less, root, "Lanjutan").refusal().orElseThrow();
    assertThat(failure.notGranted()).contains("threads_manage_replies");
    assertThat(client.askLimits(less)).as("of posts it is told").isEmpty();
    assertThat(client.publish(less, publication("Masih bisa"), Checkpoint.START))
        .isInstanceOf(PublishStep.Continue.class);
  }

  @Test
  void a_thousand_answers_a_day_leave_the_posts_alone() {
    RemotePost root = post("Awal");
    WORLD.practice.jdbi.useHandle(
        h ->
            h.execute(
                """
                insert into sandbox_post (account_id, remote_id, short_code, client_key, text,
                  record_json, cid, app_name, created_at, indexed_at)
                select account_id, remote_id || '_' || n, short_code || n, '', 'Banyak',
                  '{"comment_on":"' || remote_id || '"}', '', '', created_at, indexed_at
                from sandbox_post, generate_series(1, 1000) n where remote_id = ?
                """,
                root.remoteId()));
    Failure full = answer(access, root, "Lanjutan").refusal().orElseThrow();
    assertThat(full.kind()).isEqualTo(Failure.Kind.QUOTA);
    assertThat(full.quota()).isEqualTo(NetworkQuota.Of.REPLIES);
    assertThat(post("Unggahan lain").remoteId()).isNotEmpty();
    WORLD.practice.clock.move(Duration.ofDays(1).plusSeconds(1));
    assertThat(answer(access, root, "Lanjutan")).isInstanceOf(Replying.Out.class);
  }
}
