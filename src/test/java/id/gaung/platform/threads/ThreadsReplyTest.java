package id.gaung.platform.threads;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.platform.Checkpoint;
import id.gaung.platform.Evidence;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.LookUp;
import id.gaung.platform.NetworkQuota;
import id.gaung.platform.PostOption;
import id.gaung.platform.RemotePost;
import id.gaung.platform.Reply;
import id.gaung.platform.Replying;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts of threads on Threads: prepared, waited for, published, and looked for. */
class ThreadsReplyTest extends ThreadsWorld {

  private static final RemotePost ROOT = new RemotePost("179", Optional.empty());
  private static final RemotePost PARENT = new RemotePost("180", Optional.empty());
  private static final String WORDS = "Bagian tiga & 🔥";
  private static final String NOTHING = list();

  private Reply reply(Duration since) {
    return new Reply(
        new UUID(1, 2),
        clock.instant().minus(since),
        clock.instant(),
        PostOption.THREAD,
        ROOT,
        PARENT,
        WORDS,
        "id",
        Map.of(),
        Checkpoint.START);
  }

  private final Reply reply = reply(Duration.ZERO);

  private Replying sent(Checkpoint from) {
    return client.reply(access, reply.from(from));
  }

  private static Checkpoint next(Replying step) {
    assertThat(step).isInstanceOf(Replying.Continue.class);
    return ((Replying.Continue) step).checkpoint();
  }

  private static Failure failure(Replying step) {
    assertThat(step).isInstanceOf(Replying.Failed.class);
    return ((Replying.Failed) step).failure();
  }

  /** Just before the container is published, with what the account had answered before. */
  private Checkpoint marked(String... before) {
    server.json(200, "{\"id\":\"c1\"}").json(200, state("FINISHED")).json(200, list(before));
    Checkpoint marked = next(sent(next(sent(Checkpoint.START))));
    assertThat(marked.values()).containsKey("publishing");
    server.taken();
    server.taken();
    server.taken();
    return marked;
  }

  private static String answer(String id, String text, String parent) {
    return """
        {"id":"%s","text":"%s","media_type":"TEXT_POST","timestamp":"2026-11-24T02:00:04+0000",\
        "is_reply":true,"permalink":"https://www.threads.com/@gaung.balikpapan/post/R%s"%s}"""
        .formatted(
            id, text, id, parent.isEmpty() ? "" : ",\"replied_to\":{\"id\":\"" + parent + "\"}");
  }

  private LookUp lookUp(Checkpoint from, String state, String answered, String... posts) {
    clock.step(Duration.ofSeconds(11));
    server.json(200, state).json(200, answered);
    List.of(posts).forEach(one -> server.json(200, one));
    return client.lookUp(access, reply.from(from), Set.of("r5"));
  }

  @Test
  void a_part_is_prepared_waited_for_and_published_under_the_part_before() {
    server.json(200, "{\"id\":\"c1\"}");
    Replying created = sent(Checkpoint.START);
    assertThat(((Replying.Continue) created).pause()).isPositive();
    server.json(200, state("IN_PROGRESS"));
    Checkpoint waits = next(sent(next(created)));
    server.json(200, state("FINISHED")).json(200, list(answer("r1", "lain", "9")));
    Replying marked = sent(waits);
    assertThat(((Replying.Continue) marked).pause()).isEqualTo(Duration.ofSeconds(2));
    server
        .json(200, "{\"id\":\"181\"}")
        .json(200, "{\"id\":\"181\",\"permalink\":\"https://www.threads.com/@a/post/DB\"}");

    assertThat(sent(next(marked)))
        .isEqualTo(
            new Replying.Out(
                new RemotePost(
                    "181", Optional.of(URI.create("https://www.threads.com/@a/post/DB")))));

    var create = server.taken();
    assertThat(create.getTarget()).isEqualTo("/v1.0/me/threads");
    assertThat(create.getBody().utf8())
        .isEqualTo("media_type=TEXT&text=Bagian+tiga+%26+%F0%9F%94%A5&reply_to_id=180");
    server.taken();
    server.taken();
    assertThat(server.taken().getTarget())
        .startsWith("/v1.0/me/replies?fields=id%2Ctext%2C")
        .contains("replied_to", "&limit=10");
    var publish = server.taken();
    assertThat(publish.getTarget()).isEqualTo("/v1.0/me/threads_publish");
    assertThat(publish.getBody().utf8()).isEqualTo("creation_id=c1");
  }

  @Test
  void the_permission_that_is_missing_is_named() {
    server.json(400, error(10, 0));
    assertThat(failure(sent(Checkpoint.START)).notGranted()).contains("threads_manage_replies");
  }

  /** Of replies there are a thousand a day, beside the posts: those go on. */
  @ParameterizedTest
  @CsvSource({"9,0", "9,2207042", "100,2207042"})
  void a_full_quota_is_one_of_replies(int code, int subcode) {
    Checkpoint marked = marked();
    server.json(400, error(code, subcode));
    Failure failure = failure(sent(marked));
    assertThat(failure.kind()).isEqualTo(Kind.QUOTA);
    assertThat(failure.quota()).isEqualTo(NetworkQuota.Of.REPLIES);
    assertThat(failure.retryAfter()).contains(Duration.ofHours(1));
  }

  @ParameterizedTest
  @CsvSource({"24,4279009", "24,0", "100,33"})
  void a_part_before_that_is_not_known_is_late_at_first_and_gone_later(int code, int subcode) {
    String missing = error(code, subcode);
    server.json(400, missing).json(400, missing).json(200, ME);
    Failure early = failure(sent(Checkpoint.START));
    assertThat(early.passes()).isTrue();
    assertThat(early.code()).isEqualTo("content.parent-gone");
    server.json(400, missing).json(400, missing).json(200, ME);
    Failure late = failure(client.reply(access, reply(Duration.ofMinutes(6))));
    assertThat(late).isEqualTo(Failure.of(Kind.REJECTED, "content.parent-gone", ""));
  }

  @Test
  void a_part_before_that_stands_is_not_called_gone() {
    server.json(400, error(100, 33)).json(200, "{\"id\":\"180\"}");
    assertThat(failure(client.reply(access, reply(Duration.ofMinutes(6)))).code())
        .isEqualTo("100/33");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>502</html>",
        "[]",
        "null",
        "{}",
        "{\"id\":\"\"}",
        "{\"id\":null}",
        "{\"error\":{\"code\":2,\"message\":\"retry your request later\",\"is_transient\":true}}",
        "{\"error\":{\"code\":1}}",
        "{\"error\":\"no\"}"
      })
  void what_may_have_come_out_is_looked_up(String body) {
    Checkpoint marked = marked();
    server.json(body.startsWith("<") ? 502 : 200, body);
    assertThat(sent(marked)).isInstanceOf(Replying.Unknown.class);
    assertThat(server.arrived()).isEqualTo(4);
  }

  @Test
  void a_cut_connection_is_looked_up_and_not_repeated() {
    Checkpoint marked = marked();
    server.hangUp();
    assertThat(sent(marked)).isInstanceOf(Replying.Unknown.class);
    assertThat(server.arrived()).isEqualTo(4);
  }

  /** 24/4279009 of publishing: nothing came out, and the part before is not meant. */
  @Test
  void a_container_that_is_not_found_yet_is_tried_again() {
    Checkpoint marked = marked();
    server.json(400, error(24, 4279009));
    Checkpoint again = next(sent(marked));
    server.json(200, state("FINISHED"));
    Checkpoint second = next(sent(again));
    assertThat(second.values()).containsEntry("container", "c1").containsKey("publishing");
  }

  /** A refusal that was thought certain, of a part that came out all the same. */
  @Test
  void a_container_that_turns_out_to_be_published_is_looked_for() {
    Checkpoint marked = marked();
    server.json(400, error(24, 4279009)).json(200, state("PUBLISHED"));
    Checkpoint again = next(sent(marked));
    assertThat(sent(again)).isInstanceOf(Replying.Unknown.class);

    assertThat(lookUp(again, state("PUBLISHED"), list(answer("r7", WORDS, "180"))))
        .isInstanceOf(LookUp.Found.class);
    assertThat(lookUp(again, state("PUBLISHED"), NOTHING, NOTHING))
        .isInstanceOf(LookUp.Undecided.class);
    LookUp late = lookUp(again, state("FINISHED"), NOTHING, NOTHING);
    Checkpoint from = ((LookUp.NotPublished) late).checkpoint();
    assertThat(lookUp(from, state("PUBLISHED"), list(answer("r7", WORDS, "180"))))
        .as("each time anew")
        .isInstanceOf(LookUp.Found.class);
  }

  @Test
  void before_it_was_to_be_published_nothing_can_be_out_and_nobody_is_asked() {
    server.json(200, "{\"id\":\"c1\"}");
    Checkpoint created = next(sent(Checkpoint.START));
    assertThat(client.lookUp(access, reply.from(created), Set.of()))
        .isEqualTo(new LookUp.NotPublished(created));
    assertThat(client.lookUp(access, reply, Set.of()))
        .isEqualTo(new LookUp.NotPublished(Checkpoint.START));
    assertThat(server.arrived()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUBLISHED", "FINISHED", "EXPIRED", "ERROR", "WHATEVER"})
  void it_is_found_by_what_the_account_has_answered_whatever_its_container_says(String state) {
    LookUp answer =
        lookUp(
            marked(answer("r1", WORDS, "180")),
            state(state),
            list(
                answer("r7", WORDS, "180"),
                answer("r6", WORDS, "999"),
                answer("r5", WORDS, "180"),
                answer("r1", WORDS, "180"),
                answer("r0", WORDS, "180")),
            NOTHING);
    assertThat(answer)
        .isInstanceOfSatisfying(
            LookUp.Found.class, found -> assertThat(found.post().remoteId()).isEqualTo("r7"));
  }

  @Test
  void what_is_not_there_goes_on_from_its_container_where_that_is_ready() {
    LookUp ready = lookUp(marked(), state("FINISHED"), list(answer("r6", WORDS, "999")), NOTHING);
    assertThat(((LookUp.NotPublished) ready).checkpoint().values())
        .containsEntry("container", "c1")
        .doesNotContainKey("publishing");
    assertThat(lookUp(marked(), state("EXPIRED"), NOTHING, NOTHING))
        .isEqualTo(new LookUp.NotPublished(Checkpoint.START));
  }

  @Test
  void a_container_that_is_published_is_never_made_again() {
    LookUp answer = lookUp(marked(), state("PUBLISHED"), NOTHING, NOTHING);
    assertThat(answer).isInstanceOf(LookUp.Undecided.class);
    assertThat(((LookUp.Undecided) answer).evidence())
        .extracting(Evidence::kind)
        .contains(Evidence.Kind.MEDIA_NOT_FOUND);
    LookUp post =
        lookUp(
            marked(),
            error(100, 0).replace("says why", "nonexisting field (status)"),
            NOTHING,
            NOTHING);
    assertThat(post).isInstanceOf(LookUp.Undecided.class);
  }

  @Test
  void what_somebody_answered_in_the_app_is_for_a_person() {
    LookUp theirs =
        lookUp(marked(), state("FINISHED"), list(answer("r6", "Ditulis sendiri", "180")));
    assertThat(((LookUp.Undecided) theirs).candidates())
        .extracting(one -> one.post().remoteId())
        .containsExactly("r6");
    LookUp twins =
        lookUp(
            marked(), state("FINISHED"), list(answer("r7", WORDS, "180"), answer("r6", WORDS, "")));
    assertThat(((LookUp.Undecided) twins).candidates()).hasSize(2);
  }

  /** Reported of answers with a video: they stand alone, as posts. */
  @Test
  void one_that_stands_alone_as_a_post_is_not_sent_again() {
    LookUp alone =
        lookUp(marked(), state("FINISHED"), NOTHING, list(media("p1", WORDS, "TEXT_POST")));
    assertThat(((LookUp.Undecided) alone).candidates())
        .extracting(one -> one.post().remoteId())
        .containsExactly("p1");
    assertThat(lookUp(marked(), state("FINISHED"), NOTHING, list(media("p2", "Lain", "TEXT_POST"))))
        .isInstanceOf(LookUp.NotPublished.class);
  }

  @Test
  void a_moment_after_publishing_nothing_is_proven() {
    Checkpoint marked = marked();
    server.json(200, state("FINISHED")).json(200, NOTHING).json(200, NOTHING);
    assertThat(client.lookUp(access, reply.from(marked), Set.of()))
        .isInstanceOf(LookUp.Undecided.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"data\":{}}",
        "{\"data\":[null,7,[],{\"id\":7},{\"id\":null,\"text\":{}}],\"paging\":7}",
        "[]",
        "null",
        "{\"data\":\"x\",\"paging\":{\"cursors\":{\"after\":[]}}}"
      })
  void whatever_the_lists_are_nothing_is_thrown(String hostile) {
    assertThat(lookUp(marked(), hostile, hostile, hostile)).isNotInstanceOf(LookUp.Found.class);
  }

  @Test
  void a_list_that_is_not_read_proves_nothing() {
    clock.step(Duration.ofSeconds(11));
    Checkpoint marked = marked();
    clock.step(Duration.ofSeconds(11));
    server.json(200, state("FINISHED")).json(400, error(10, 0)).json(200, NOTHING);
    assertThat(client.lookUp(access, reply.from(marked), Set.of()))
        .isInstanceOf(LookUp.Undecided.class);
    server.json(200, state("FINISHED")).json(200, NOTHING).html(502);
    assertThat(client.lookUp(access, reply.from(marked), Set.of()))
        .isInstanceOf(LookUp.Undecided.class);
  }

  @Test
  void the_limit_of_replies_is_heard_and_left_out_where_it_may_not_be_asked() {
    server.json(400, error(10, 0)).json(200, "{\"data\":[{\"quota_usage\":2}]}");
    assertThat(client.askLimits(access)).isEmpty();
    assertThat(server.taken().getTarget())
        .endsWith("quota_usage%2Cconfig%2Creply_quota_usage%2Creply_config");
    assertThat(server.taken().getTarget()).endsWith("fields=quota_usage%2Cconfig");
    assertThat(server.arrived()).isEqualTo(2);
  }
}
