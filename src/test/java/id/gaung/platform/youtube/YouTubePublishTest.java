package id.gaung.platform.youtube;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.platform.Checkpoint;
import id.gaung.platform.Failure;
import id.gaung.platform.PostOption;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import java.time.Duration;
import java.util.Map;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a video gets to YouTube, and what a break in the middle leaves. */
class YouTubePublishTest extends YouTubeWorld {

  private static final long PIECE = UploadSession.PIECE;

  private final Publication small = publication(1000);
  private final Publication large = publication(2 * PIECE + 77);

  private PublishStep step(Publication publication, Checkpoint from) {
    return client.publish(access, publication, from);
  }

  private static Failure failed(PublishStep step) {
    assertThat(step).isInstanceOf(PublishStep.Failed.class);
    return ((PublishStep.Failed) step).failure();
  }

  @Test
  void a_long_video_goes_in_pieces_of_256_kib_and_the_last_one_alone_is_marked() {
    assertThat(PIECE % (256 * 1024)).isZero();
    Checkpoint at = begun(large);
    there(0);
    there(PIECE);
    at = next(large, at);
    there(PIECE);
    there(2 * PIECE);
    at = next(large, at);
    assertThat(UploadProgress.of(at).isEnding()).isFalse();
    there(2 * PIECE);
    at = next(large, at);
    assertThat(UploadProgress.of(at).isEnding()).isTrue();
    there(2 * PIECE);
    made();
    at = next(large, at);
    processed();
    assertThat(step(large, at)).isInstanceOf(PublishStep.Published.class);

    long all = 2 * PIECE + 77;
    assertThat(range(server.taken())).isEqualTo("bytes */" + all);
    assertThat(range(server.taken())).isEqualTo("bytes 0-" + (PIECE - 1) + "/" + all);
    server.taken();
    assertThat(range(server.taken()))
        .isEqualTo("bytes " + PIECE + "-" + (2 * PIECE - 1) + "/" + all);
    server.taken();
    server.taken();
    RecordedRequest last = server.taken();
    assertThat(range(last)).isEqualTo("bytes " + 2 * PIECE + "-" + (all - 1) + "/" + all);
    assertThat(last.getBodySize()).isEqualTo(77);
  }

  /** Met on Google's servers: google-cloud-cpp 7835, google-api-go-client 72. */
  @ParameterizedTest
  @ValueSource(strings = {"bytes=0-262143", "bytes 0-262143", "0-262143", "bytes=0 - 262143"})
  void after_a_break_it_goes_on_from_what_is_there_however_that_is_written(String range) {
    Checkpoint at = begun(large);
    there(0);
    server.hangUp();
    PublishStep broken = step(large, at);
    assertThat(failed(broken).passes()).isTrue();
    Checkpoint kept = ((PublishStep.Failed) broken).checkpoint();
    assertThat(UploadProgress.of(kept).session()).isPresent();
    server.json(308, "", "Range", range);
    there(262_144 + PIECE);
    next(large, kept);
    server.taken();
    server.taken();
    server.taken();
    assertThat(range(server.taken())).startsWith("bytes 262144-");
  }

  @Test
  void without_a_range_nothing_is_there_and_it_begins_with_the_first_byte() {
    Checkpoint at = begun(large);
    there(0);
    refused(503, "backendError");
    Checkpoint kept = ((PublishStep.Failed) step(large, at)).checkpoint();
    there(0);
    there(PIECE);
    next(large, kept);
    server.taken();
    server.taken();
    server.taken();
    assertThat(range(server.taken())).startsWith("bytes 0-");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=5-9", "bytes=0-99999999999", "", "bytes=0--1", "x"})
  void a_range_that_makes_no_sense_sends_nothing(String range) {
    Checkpoint at = begun(small);
    server.json(308, "", "Range", range);
    assertThat(failed(step(small, at)).passes()).isTrue();
    assertThat(server.arrived()).isEqualTo(2);
  }

  /** A piece that the server says it did not take is no progress, and is not taken for one. */
  @Test
  void a_piece_that_did_not_arrive_is_a_failure_and_no_endless_loop() {
    Checkpoint at = begun(large);
    there(PIECE);
    there(PIECE);
    assertThat(failed(step(large, at)).passes()).isTrue();
  }

  /** Met as "400 Failed to parse Content-Range header": youtube/api-samples 174. */
  @Test
  void when_all_bytes_are_there_and_no_video_no_piece_of_nothing_is_sent() {
    Checkpoint at = ending(small);
    there(1000);
    assertThat(step(small, at)).isInstanceOf(PublishStep.Unknown.class);
    assertThat(server.arrived()).isEqualTo(3);
  }

  @Test
  void a_session_that_ends_before_the_last_byte_is_begun_anew_and_one_after_is_looked_up() {
    Checkpoint begun = begun(small);
    server.json(410, "");
    PublishStep before = step(small, begun);
    assertThat(failed(before).code()).isEqualTo("VIDEO_LOST");
    assertThat(UploadProgress.of(((PublishStep.Failed) before).checkpoint()).session()).isEmpty();

    Checkpoint ending = UploadProgress.of(begun).ending(START).checkpoint();
    server.json(404, "<html>Not Found</html>");
    assertThat(step(small, ending)).isInstanceOf(PublishStep.Unknown.class);
  }

  @ParameterizedTest
  @CsvSource({
    "500, backendError, unknown",
    "503, backendError, unknown",
    "408, '', unknown",
    "404, '', unknown",
    "410, '', unknown",
    "429, rateLimitExceeded, RATE_LIMITED",
    "401, authError, TOKEN_EXPIRED",
    "403, quotaExceeded, QUOTA",
    "400, uploadLimitExceeded, QUOTA",
    "400, badRequest, REJECTED",
  })
  void what_the_answer_to_the_last_bytes_means(int status, String reason, String comes) {
    Checkpoint at = ending(small);
    there(0);
    refused(status, reason);
    PublishStep step = step(small, at);
    if (comes.equals("unknown")) {
      assertThat(step).isInstanceOf(PublishStep.Unknown.class);
    } else {
      assertThat(failed(step).kind()).isEqualTo(Failure.Kind.valueOf(comes));
    }
    assertThat(server.arrived()).as("nothing is sent twice").isEqualTo(4);
  }

  @Test
  void what_is_said_of_a_video_reaches_youtube_in_its_own_words() {
    Publication said =
        publication(
            1000,
            Map.of(
                PostOption.TITLE, "  Amplang  ",
                PostOption.PRIVACY, "unlisted",
                PostOption.AI_LABEL, "true",
                PostOption.PAID_PARTNERSHIP, "true"));
    session();
    next(said, Checkpoint.START);
    RecordedRequest request = server.taken();
    assertThat(request.getTarget()).contains("part=snippet%2Cstatus%2CpaidProductPlacementDetails");
    assertThat(request.getHeaders().get("X-Upload-Content-Length")).isEqualTo("1000");
    assertThat(request.getHeaders().get("X-Upload-Content-Type")).isEqualTo("video/mp4");
    assertThat(String.valueOf(request.getBody().utf8()))
        .contains(
            "\"title\":\"Amplang\"",
            "\"defaultLanguage\":\"id\"",
            "\"privacyStatus\":\"unlisted\"",
            "\"selfDeclaredMadeForKids\":false",
            "\"containsSyntheticMedia\":true",
            "\"hasPaidProductPlacement\":true");
  }

  @Test
  void a_title_of_its_own_is_cut_between_characters_where_none_was_given() {
    Publication untitled =
        new Publication(
            small.id(),
            START,
            "\n" + "a".repeat(99) + "😀 kopi\nbaris dua",
            "id",
            small.attachment(),
            Map.of(),
            small.newestKnown());
    assertThat(VideoMetadata.title(untitled)).isEqualTo("a".repeat(99));
    assertThat(VideoMetadata.privacy(untitled)).isEqualTo("public");
  }

  @Test
  void the_key_of_a_session_and_the_tokens_are_in_no_text() {
    Checkpoint at = begun(small);
    there(0);
    server.hangUp();
    PublishStep step = step(small, UploadProgress.of(at).ending(START).checkpoint());
    assertThat(step.toString()).doesNotContain("S1", "geheim");
    server.html(502);
    assertThat(step(small, at).toString()).doesNotContain("geheim");
  }

  @Test
  void a_video_is_waited_for_ever_longer_and_counts_as_published_in_the_end() {
    Checkpoint at = UploadProgress.of(Checkpoint.START).uploaded(VIDEO, START).checkpoint();
    Duration longest = Duration.ZERO;
    int asked = 0;
    PublishStep step;
    do {
      server.json(
          200,
          "{\"items\":[{\"id\":\"" + VIDEO + "\",\"status\":{\"uploadStatus\":\"uploaded\"}}]}");
      step = step(small, at);
      asked++;
      if (step instanceof PublishStep.Continue more) {
        assertThat(more.pause()).isGreaterThanOrEqualTo(longest);
        longest = more.pause();
        clock.step(longest);
      }
    } while (step instanceof PublishStep.Continue);
    assertThat(step).isInstanceOf(PublishStep.Published.class);
    assertThat(asked).isLessThan(40);
    assertThat(longest).isLessThanOrEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void a_quota_of_reading_that_is_used_up_undoes_no_video() {
    Checkpoint at = UploadProgress.of(Checkpoint.START).uploaded(VIDEO, START).checkpoint();
    refused(403, "quotaExceeded");
    assertThat(step(small, at)).isInstanceOf(PublishStep.Continue.class);
    refused(403, "forbidden");
    assertThat(step(small, at)).isInstanceOf(PublishStep.Published.class);
  }

  /** Once somebody has opened a locked video to the public, the same step finds it. */
  @Test
  void a_locked_video_is_not_uploaded_again() {
    Checkpoint at = UploadProgress.of(Checkpoint.START).uploaded(VIDEO, START).checkpoint();
    server.json(
        200,
        """
        {"items":[{"id":"%s","status":{"uploadStatus":"processed","privacyStatus":"private"}}]}"""
            .formatted(VIDEO));
    PublishStep locked = step(small, at);
    assertThat(failed(locked).code()).isEqualTo("VIDEO_LOCKED");
    processed();
    assertThat(step(small, ((PublishStep.Failed) locked).checkpoint()))
        .isInstanceOf(PublishStep.Published.class);
  }
}
