package id.gaung.platform.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.platform.Account;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Connecting;
import id.gaung.platform.Failure;
import id.gaung.platform.LookUp;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.PostOption;
import id.gaung.platform.RemotePost;
import id.gaung.platform.Reply;
import id.gaung.platform.Replying;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first comment under a post of an account that Instagram Login opens. */
class InstagramCommentTest extends InstagramWorld {

  private static final RemotePost POST = new RemotePost("1790", Optional.empty());
  private static final String WORDS = "Pesan lewat DM & #UMKM";
  private static final String LONG =
      "{\"access_token\":\"LONG\",\"token_type\":\"bearer\",\"expires_in\":5183944}";

  private Reply reply(Duration since) {
    return new Reply(
        new UUID(1, 2),
        clock.instant().minus(since),
        clock.instant().minus(since),
        PostOption.FIRST_COMMENT,
        POST,
        POST,
        WORDS,
        "id",
        Map.of(),
        Checkpoint.START);
  }

  private Replying sent() {
    return client.reply(access, reply(Duration.ZERO));
  }

  private LookUp lookUp() {
    return client.lookUp(access, reply(Duration.ofMinutes(5)), Set.of("1790_5"));
  }

  private static String comment(String id, String by, String text) {
    return "{\"id\":\"%s\",\"username\":\"%s\",\"text\":\"%s\"}".formatted(id, by, text);
  }

  private static String list(String... comments) {
    return "{\"data\":[" + String.join(",", comments) + "]}";
  }

  @Test
  void it_is_put_under_the_post_in_the_accounts_name() {
    server.json(200, "{\"id\":\"1790_77\"}");
    assertThat(((Replying.Out) sent()).post().remoteId()).isEqualTo("1790_77");
    RecordedRequest request = server.taken();
    assertThat(request.getTarget()).isEqualTo("/v25.0/1790/comments");
    assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer geheim-token");
    assertThat(request.getBody().utf8()).isEqualTo("message=Pesan+lewat+DM+%26+%23UMKM");
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 200})
  void the_permission_that_is_missing_is_named(int code) {
    server.json(403, error(code, 0));
    Failure failure = ((Replying.Failed) sent()).failure();
    assertThat(failure.kind()).isEqualTo(Failure.Kind.PERMISSION);
    assertThat(failure.notGranted()).contains("instagram_business_manage_comments");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>",
        "{}",
        "[]",
        "null",
        "{\"id\":\"\"}",
        "{\"error\":{\"code\":2,\"message\":\"retry your request later\",\"is_transient\":true}}",
        "{\"error\":[]}"
      })
  void what_may_have_come_out_is_looked_up(String body) {
    server.json(body.contains("code") || body.contains("html") ? 500 : 200, body);
    assertThat(sent()).isInstanceOf(Replying.Unknown.class);
    assertThat(server.arrived()).isEqualTo(1);
  }

  @Test
  void it_is_found_among_what_others_wrote() {
    server.json(200, list(comment("1790_6", "warga", WORDS), comment("1790_7", "promosi", WORDS)));
    assertThat(lookUp()).isEqualTo(new LookUp.Found(new RemotePost("1790_7", Optional.empty())));
    server.json(200, list(comment("1790_6", "warga", "Mau!"), comment("1790_5", "promosi", WORDS)));
    assertThat(lookUp()).isInstanceOf(LookUp.NotPublished.class);
    server.json(200, list(comment("1790_8", "promosi", "Ditulis di aplikasi")));
    assertThat(((LookUp.Undecided) lookUp()).candidates()).hasSize(1);
  }

  /** Reported of this login: a list without a comment of a post that counts eight. */
  @ParameterizedTest
  @ValueSource(
      strings = {"{\"comments_count\":8}", "{}", "[]", "{\"comments_count\":\"x\"}", "<html>"})
  void an_empty_list_proves_nothing_of_a_post_that_counts_some(String media) {
    server.json(200, list()).json(200, media);
    assertThat(lookUp()).isInstanceOf(LookUp.Undecided.class);
  }

  @Test
  void an_empty_list_of_a_post_that_counts_none_does() {
    server.json(200, list()).json(200, "{\"comments_count\":0,\"id\":\"1790\"}");
    assertThat(lookUp()).isInstanceOf(LookUp.NotPublished.class);
  }

  private Account connected(String permissions) {
    server
        .json(200, "{\"access_token\":\"SHORT\",\"permissions\":\"" + permissions + "\"}")
        .json(200, LONG)
        .json(200, ME);
    Connecting connecting =
        client.complete(Map.of(), "c", URI.create("https://gaung.example/callback"));
    assertThat(connecting).isInstanceOf(Connecting.Connected.class);
    return ((Connecting.Connected) connecting).access().account();
  }

  @Test
  void it_is_offered_where_the_person_gave_the_permission() {
    NetworkModule module = NetworkModule.of(client.network());
    String needed = "instagram_business_basic,instagram_business_content_publish";

    Account may = connected(needed + ",instagram_business_manage_comments");
    assertThat(module.options(may)).contains(PostOption.FIRST_COMMENT);
    assertThat(module.lacks(may)).contains("platform.login.lacks.INSTAGRAM.own");

    Account declined = connected(needed);
    assertThat(module.options(declined)).doesNotContain(PostOption.FIRST_COMMENT);
    assertThat(module.lacks(declined)).contains("platform.login.lacks.INSTAGRAM.own.granted");

    assertThat(module.options(access.account()))
        .as("connected before it was asked for")
        .doesNotContain(PostOption.FIRST_COMMENT);
  }
}
