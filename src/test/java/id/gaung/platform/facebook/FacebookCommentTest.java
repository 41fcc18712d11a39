package id.gaung.platform.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.platform.Checkpoint;
import id.gaung.platform.Failure;
import id.gaung.platform.LookUp;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.PostOption;
import id.gaung.platform.RemotePost;
import id.gaung.platform.Reply;
import id.gaung.platform.Replying;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first comment under a post of a Page. */
class FacebookCommentTest extends FacebookWorld {

  private static final RemotePost POST = new RemotePost(PAGE + "_900", Optional.empty());

  private Reply reply(Duration since) {
    Instant now = clock.instant();
    return new Reply(
        new UUID(1, 2),
        now.minus(since),
        now,
        PostOption.FIRST_COMMENT,
        POST,
        POST,
        "Pesan: https://toko.example & DM",
        "id",
        Map.of(),
        Checkpoint.START);
  }

  private Replying sent() {
    return client.reply(access, reply(Duration.ZERO));
  }

  @Test
  void it_is_put_under_the_post_in_the_pages_name() {
    server.json(200, "{\"id\":\"900_77\"}");
    assertThat(((Replying.Out) sent()).post().remoteId()).isEqualTo("900_77");
    RecordedRequest request = server.taken();
    assertThat(request.getTarget()).isEqualTo("/v25.0/" + PAGE + "_900/comments");
    assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer geheim-token");
    assertThat(request.getBody().utf8())
        .isEqualTo("message=Pesan%3A+https%3A%2F%2Ftoko.example+%26+DM");
  }

  /** Facebook says "retry your request later" of what it has done all the same. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"error\":{\"code\":2,\"message\":\"retry your request later\",\"is_transient\":true}}",
        "{\"error\":{\"code\":1,\"message\":\"unknown\"}}",
        "<html>502</html>",
        "{\"success\":true}",
        "[]",
        "null"
      })
  void what_may_have_come_out_is_looked_up(String body) {
    server.json(body.contains("success") || body.length() < 5 ? 200 : 500, body);
    assertThat(sent()).isInstanceOf(Replying.Unknown.class);
    assertThat(server.arrived()).isEqualTo(1);
  }

  @Test
  void a_cut_connection_is_looked_up_and_not_repeated() {
    server.hangUp();
    assertThat(sent()).isInstanceOf(Replying.Unknown.class);
    assertThat(server.arrived()).isEqualTo(1);
  }

  @Test
  void a_missing_permission_is_said_as_such() {
    server.json(403, "{\"error\":{\"code\":200,\"message\":\"(#200) Permissions error\"}}");
    assertThat(((Replying.Failed) sent()).failure().kind()).isEqualTo(Failure.Kind.PERMISSION);
  }

  /** A post that is just out is not known at once to every server of Meta's. */
  @Test
  void a_post_that_is_not_known_is_late_at_first_and_gone_later() {
    String missing = "{\"error\":{\"code\":100,\"error_subcode\":33,\"message\":\"not exist\"}}";
    server.json(400, missing).json(400, missing).json(200, "{\"id\":\"" + PAGE + "\"}");
    assertThat(((Replying.Failed) sent()).failure().passes()).isTrue();
    server.json(400, missing).json(400, missing).json(200, "{\"id\":\"" + PAGE + "\"}");
    Replying later = client.reply(access, reply(Duration.ofMinutes(6)));
    assertThat(((Replying.Failed) later).failure())
        .isEqualTo(Failure.of(Failure.Kind.REJECTED, "content.parent-gone", ""));
  }

  private LookUp lookUp(String... comments) {
    server.json(200, "{\"data\":[" + String.join(",", comments) + "]}");
    clock.step(Duration.ofMinutes(5));
    return client.lookUp(
        access,
        new Reply(
            new UUID(1, 2),
            clock.instant().minus(Duration.ofMinutes(5)),
            clock.instant().minus(Duration.ofMinutes(5)),
            PostOption.FIRST_COMMENT,
            POST,
            POST,
            "Pesan: https://toko.example & DM",
            "id",
            Map.of(),
            Checkpoint.START),
        Set.of("900_5"));
  }

  private static String comment(String id, String from, String text) {
    String author = from.isEmpty() ? "" : ",\"from\":{\"id\":\"" + from + "\"}";
    return "{\"id\":\"" + id + "\",\"message\":\"" + text + "\"" + author + "}";
  }

  @Test
  void it_is_found_among_what_others_wrote() {
    String ours = "Pesan: https://toko.example & DM";
    assertThat(
            lookUp(
                comment("900_5", PAGE, "lain"),
                comment("900_6", "31", ours),
                comment("900_7", PAGE, ours)))
        .isEqualTo(new LookUp.Found(new RemotePost("900_7", Optional.empty())));
    assertThat(lookUp(comment("900_6", "31", "Mau!"))).isInstanceOf(LookUp.NotPublished.class);
    assertThat(lookUp(comment("900_8", "", ours)))
        .as("nobody is named without a permission")
        .isInstanceOf(LookUp.Found.class);
    LookUp theirs = lookUp(comment("900_9", PAGE, "Ditulis di aplikasi"));
    assertThat(((LookUp.Undecided) theirs).candidates()).hasSize(1);
    assertThat(lookUp(comment("900_7", PAGE, ours), comment("900_8", PAGE, ours)))
        .as("which of two that are alike")
        .isInstanceOf(LookUp.Undecided.class);
  }

  @Test
  void an_empty_list_says_nothing_at_once() {
    server.json(200, "{\"data\":[]}");
    assertThat(client.lookUp(access, reply(Duration.ofHours(1)), Set.of()))
        .isInstanceOf(LookUp.Undecided.class);
  }

  @Test
  void it_is_offered_where_the_person_gave_the_permission() {
    NetworkModule module = NetworkModule.of(client.network());
    assertThat(module.options(access.account())).isEmpty();
    assertThat(module.lacks(access.account())).isPresent();
    assertThat(module.traits().options()).isEqualTo(Set.of(PostOption.FIRST_COMMENT));
    assertThat(List.of(module.againstComment("x".repeat(2000)))).containsExactly(List.of());
  }
}
