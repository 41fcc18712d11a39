package id.gaung.platform.youtube;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.platform.Checkpoint;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.LookUp;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.NetworkQuota;
import id.gaung.platform.PostOption;
import id.gaung.platform.RemotePost;
import id.gaung.platform.Reply;
import id.gaung.platform.Replying;
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

/** The first comment under a video. */
class VideoCommentTest extends YouTubeWorld {

  private static final RemotePost POST = new RemotePost(VIDEO, Optional.empty());
  private static final String WORDS = "Pesan: https://toko.example & DM <3";

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

  private LookUp lookUp(String... bodies) {
    List.of(bodies).forEach(body -> server.json(200, body));
    return client.lookUp(access, reply(Duration.ofMinutes(5)), Set.of("Ug5"));
  }

  private static String refusal(int status, String reason) {
    return """
        {"error":{"code":%d,"message":"says <b>why</b>","errors":[{"reason":"%s"}]}}"""
        .formatted(status, reason);
  }

  private static String thread(String id, String by, String text) {
    return """
        {"id":"%s","snippet":{"topLevelComment":{"snippet":{"textOriginal":"%s",\
        "authorChannelId":{"value":"%s"},"publishedAt":"2026-11-24T02:00:04Z"}}}}"""
        .formatted(id, text, by);
  }

  private static String comments(String... threads) {
    return "{\"items\":["
        + String.join(",", threads)
        + "],\"pageInfo\":{\"totalResults\":"
        + threads.length
        + "}}";
  }

  @Test
  void it_is_put_under_the_video_in_the_channels_name() {
    server.json(200, thread("Ug7", CHANNEL, "x"));
    assertThat(((Replying.Out) sent()).post().remoteId()).isEqualTo("Ug7");
    var request = server.taken();
    assertThat(request.getTarget()).isEqualTo("/youtube/v3/commentThreads?part=snippet");
    assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer ya29.geheim");
    assertThat(request.getBody().utf8())
        .isEqualTo(
            "{\"snippet\":{\"channelId\":\""
                + CHANNEL
                + "\",\"videoId\":\""
                + VIDEO
                + "\",\"topLevelComment\":{\"snippet\":{\"textOriginal\":\""
                + WORDS
                + "\"}}}}");
  }

  @ParameterizedTest
  @CsvSource({
    "403, commentsDisabled, REJECTED, content.comments-off",
    "403, insufficientPermissions, PERMISSION, insufficientPermissions",
    "403, forbidden, PERMISSION, forbidden",
    "403, ineligibleAccount, PERMISSION, ineligibleAccount",
    "400, commentTextTooLong, TEXT_REJECTED, commentTextTooLong",
    "401, authError, TOKEN_EXPIRED, authError",
    "404, videoNotFound, TRANSIENT, content.parent-gone",
    "404, channelNotFound, REJECTED, channelNotFound"
  })
  void a_refusal_says_what_it_is(int status, String reason, Kind kind, String code) {
    server.json(status, refusal(status, reason));
    Failure failure = ((Replying.Failed) sent()).failure();
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.code()).isEqualTo(code);
  }

  @Test
  void a_video_that_is_not_there_after_a_while_is_gone() {
    server.json(404, refusal(404, "videoNotFound"));
    Reply late = reply(Duration.ZERO);
    Reply later =
        new Reply(
            late.id(),
            clock.instant().minus(Duration.ofMinutes(6)),
            clock.instant(),
            late.kind(),
            POST,
            POST,
            WORDS,
            "id",
            Map.of(),
            Checkpoint.START);
    assertThat(((Replying.Failed) client.reply(access, later)).failure())
        .isEqualTo(Failure.of(Kind.REJECTED, "content.parent-gone", ""));
  }

  @Test
  void a_day_of_the_project_that_is_used_up_stops_its_calls() {
    server.json(403, refusal(403, "quotaExceeded"));
    Failure failure = ((Replying.Failed) sent()).failure();
    assertThat(failure.kind()).isEqualTo(Kind.QUOTA);
    assertThat(failure.quota()).isEqualTo(NetworkQuota.Of.CALLS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | {}",
        "200 | []",
        "200 | null",
        "200 | {\"id\":7e999}",
        "200 | {\"id\":\"\"}",
        "200 | {\"error\":[]}",
        "400 | {\"error\":{\"errors\":[{\"reason\":\"processingFailure\"}]}}",
        "500 | <html>",
        "503 | {\"error\":{\"errors\":[{\"reason\":\"backendError\"}]}}"
      })
  void what_may_have_come_out_is_looked_up(int status, String body) {
    server.json(status, body);
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
  void it_is_found_among_what_others_wrote() {
    assertThat(
            lookUp(
                comments(
                    thread("Ug7", CHANNEL, WORDS),
                    thread("Ug6", "UCwarga", WORDS),
                    thread("Ug5", CHANNEL, WORDS))))
        .isEqualTo(new LookUp.Found(new RemotePost("Ug7", Optional.empty())));
    assertThat(server.taken().getTarget())
        .isEqualTo(
            "/youtube/v3/commentThreads?part=snippet&videoId="
                + VIDEO
                + "&moderationStatus=published&order=time&textFormat=plainText&maxResults=100");
    assertThat(lookUp(comments(thread("Ug6", "UCwarga", "Mau!")), comments(), comments()))
        .isInstanceOf(LookUp.NotPublished.class);
    assertThat(((LookUp.Undecided) lookUp(comments(thread("Ug8", CHANNEL, "Lain")))).candidates())
        .hasSize(1);
  }

  /** Reported of comments with links: the answer is good, and nobody sees the comment. */
  @Test
  void what_youtube_holds_back_is_found_too() {
    assertThat(lookUp(comments(), comments(thread("Ug7", CHANNEL, WORDS))))
        .isInstanceOf(LookUp.Found.class);
    assertThat(lookUp(comments(), comments(), comments(thread("Ug7", CHANNEL, WORDS))))
        .isInstanceOf(LookUp.Found.class);
    server.json(200, comments()).json(403, refusal(403, "forbidden"));
    assertThat(lookUp()).isInstanceOf(LookUp.Undecided.class);
  }

  @Test
  void all_pages_are_read_and_one_that_leads_to_itself_ends() {
    server.json(200, comments().replace("]", "],\"nextPageToken\":\"p2\""));
    assertThat(lookUp(comments(thread("Ug7", CHANNEL, WORDS)))).isInstanceOf(LookUp.Found.class);
    server.json(200, comments().replace("]", "],\"nextPageToken\":\"p2\""));
    assertThat(
            lookUp(comments().replace("]", "],\"nextPageToken\":\"p2\""), comments(), comments()))
        .isInstanceOf(LookUp.NotPublished.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "null",
        "{\"items\":{}}",
        "{\"items\":[null,7,{\"id\":7,\"snippet\":[]},{\"snippet\":{\"topLevelComment\":\"x\"}}]}",
        "<html>"
      })
  void whatever_the_list_is_nothing_is_thrown(String hostile) {
    assertThat(lookUp(hostile)).isNotInstanceOf(LookUp.Found.class);
  }

  @Test
  void an_empty_list_says_nothing_at_once() {
    server.json(200, comments());
    assertThat(client.lookUp(access, reply(Duration.ofMinutes(1)), Set.of()))
        .isInstanceOf(LookUp.Undecided.class);
  }

  @Test
  void it_is_offered_on_every_channel_and_its_length_checked() {
    NetworkModule module = NetworkModule.of(client.network());
    assertThat(module.options(account)).contains(PostOption.FIRST_COMMENT);
    assertThat(module.againstComment(WORDS)).isEmpty();
    assertThat(module.againstComment("x".repeat(10_001))).hasSize(1);
  }
}
