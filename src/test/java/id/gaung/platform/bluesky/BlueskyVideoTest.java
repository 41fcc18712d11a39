package id.gaung.platform.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.platform.Attachment;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Failure;
import id.gaung.platform.Picture;
import id.gaung.platform.PlatformHttp;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A video by the video service: what is kept, what goes where, and when it is given up. */
class BlueskyVideoTest extends BlueskyWorld {

  private static final String BLOB =
      "{\"$type\":\"blob\",\"ref\":{\"$link\":\"bafkreivvv\"},\"mimeType\":\"video/mp4\",\"size\":5}";
  private static final String CREATED =
      "{\"did\":\"did:plc:abc123\",\"jobId\":\"j1\",\"state\":\"JOB_STATE_CREATED\"}";

  private final AtomicInteger opened = new AtomicInteger();
  private BlueskyClient videos;

  @BeforeEach
  void connectToTheService() {
    videos =
        new BlueskyClient(
            new PlatformHttp(
                hosts,
                new PlatformHttp.Timeouts(
                    Duration.ofSeconds(3), Duration.ofSeconds(1), Duration.ofSeconds(6))),
            hosts,
            clock,
            BlueskyClient.SERVER_OF_MOST,
            BlueskyClient.WEB,
            URI.create(base));
  }

  private Publication publication(Attachment attachment) {
    return new Publication(
        new UUID(0x7000L, 0x8001L), NOW, "Kopi", "id", attachment, Map.of(), Optional.empty());
  }

  private Attachment.Video video(int width, int height, String alt) {
    return new Attachment.Video(
        () -> {
          opened.incrementAndGet();
          return new ByteArrayInputStream(
              "video".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        },
        URI.create("https://gaung.example/m/1"),
        "video/mp4",
        5,
        width,
        height,
        Duration.ofSeconds(9),
        Optional.empty(),
        alt);
  }

  private void begun() {
    answer(200, "{\"token\":\"for-limits\"}");
    answer(200, "{\"canUpload\":true}");
    answer(200, "{\"token\":\"for-upload\"}");
    answer(200, CREATED);
  }

  private static String job(String state, String more) {
    return "{\"jobStatus\":{\"jobId\":\"j1\",\"state\":\"" + state + "\"" + more + "}}";
  }

  private Checkpoint next(Publication publication, Checkpoint checkpoint) {
    PublishStep step = videos.publish(access(), publication, checkpoint);
    assertThat(step).isInstanceOf(PublishStep.Continue.class);
    return ((PublishStep.Continue) step).checkpoint();
  }

  private List<RecordedRequest> taken(int count) throws InterruptedException {
    List<RecordedRequest> taken = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      taken.add(server.takeRequest());
    }
    return taken;
  }

  @Test
  void the_accounts_own_token_never_reaches_the_service() throws InterruptedException {
    begun();
    answer(200, job("JOB_STATE_ENCODING", ""));
    Publication publication = publication(video(1080, 1920, "a"));

    next(publication, next(publication, Checkpoint.START));

    List<RecordedRequest> sent = taken(5);
    String host = base.substring("http://".length()).replace(":", "%253A");
    assertThat(sent.get(0).getTarget()).contains("aud=did%3Aweb%3A" + host, "getUploadLimits");
    assertThat(sent.get(1).getHeaders().get("Authorization")).isEqualTo("Bearer for-limits");
    assertThat(sent.get(2).getTarget()).contains("lxm=com.atproto.repo.uploadBlob");
    RecordedRequest upload = sent.get(3);
    assertThat(upload.getHeaders().get("Authorization")).isEqualTo("Bearer for-upload");
    assertThat(upload.getHeaders().get("Content-Length")).isEqualTo("5");
    assertThat(upload.getHeaders().get("Content-Type")).isEqualTo("video/mp4");
    assertThat(sent.get(4).getHeaders().get("Authorization")).isNull();
  }

  @Test
  void a_token_for_the_service_lives_longer_than_the_slowest_upload() throws InterruptedException {
    begun();

    next(publication(video(1, 1, "")), Checkpoint.START);

    String target = taken(3).get(2).getTarget();
    long end = Long.parseLong(target.replaceAll(".*[?&]exp=(\\d+).*", "$1"));
    assertThat(end - NOW.getEpochSecond()).isBetween(900L, 3600L);
  }

  @Test
  void a_killed_process_asks_for_the_job_and_uploads_nothing_again() throws InterruptedException {
    begun();
    Publication publication = publication(video(1080, 1920, "a"));
    Checkpoint stored = next(publication, Checkpoint.START);
    answer(200, job("JOB_STATE_COMPLETED", ",\"blob\":" + BLOB));

    Checkpoint ready = next(publication, new Checkpoint(Map.copyOf(stored.values())));
    Checkpoint fixed = next(publication, ready);

    assertThat(opened).hasValue(1);
    assertThat(server.getRequestCount()).isEqualTo(5);
    assertThat(fixed.values().get("record"))
        .contains("app.bsky.embed.video", "bafkreivvv", "\"width\":1080,\"height\":1920");
  }

  @Test
  void an_upload_that_was_cut_begins_again() {
    answer(200, "{\"token\":\"t\"}");
    answer(200, "{\"canUpload\":true}");
    answer(200, "{\"token\":\"t\"}");
    answer(502, "<html>Bad Gateway</html>");
    Publication publication = publication(video(1080, 1920, "a"));

    PublishStep step = videos.publish(access(), publication, Checkpoint.START);

    assertThat(failure(step).kind()).isEqualTo(Failure.Kind.TRANSIENT);
    begun();
    next(publication, ((PublishStep.Failed) step).checkpoint());
    assertThat(opened).hasValue(2);
  }

  /** It belongs to one upload; nobody has to connect the account again. */
  @Test
  void a_token_for_the_service_that_ran_out_is_asked_for_anew() {
    answer(200, "{\"token\":\"t\"}");
    answer(200, "{\"canUpload\":true}");
    answer(200, "{\"token\":\"t\"}");
    answer(401, "{\"error\":\"ExpiredToken\",\"message\":\"Token has expired\"}");
    Publication publication = publication(video(1080, 1920, "a"));

    PublishStep step = videos.publish(access(), publication, Checkpoint.START);

    assertThat(failure(step).kind()).isEqualTo(Failure.Kind.TRANSIENT);
    begun();
    next(publication, ((PublishStep.Failed) step).checkpoint());
  }

  @Test
  void a_file_that_fails_every_time_is_refused_at_the_third() {
    Publication publication = publication(video(1080, 1920, "a"));
    Checkpoint checkpoint = Checkpoint.START;
    List<Failure.Kind> kinds = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      begun();
      answer(
          200, job("JOB_STATE_FAILED", ",\"error\":\"oops\",\"failureCode\":\"encoding_failure\""));
      PublishStep step = videos.publish(access(), publication, next(publication, checkpoint));
      kinds.add(failure(step).kind());
      assertThat(failure(step).detail()).contains("encoding_failure");
      checkpoint = ((PublishStep.Failed) step).checkpoint();
    }

    assertThat(kinds)
        .containsExactly(
            Failure.Kind.TRANSIENT, Failure.Kind.TRANSIENT, Failure.Kind.MEDIA_REJECTED);
  }

  @Test
  void a_job_is_asked_for_more_and_more_seldom_and_given_up_after_half_an_hour() {
    begun();
    Publication publication = publication(video(1080, 1920, "a"));
    Checkpoint checkpoint = next(publication, Checkpoint.START);
    List<Duration> pauses = new ArrayList<>();
    PublishStep step = new PublishStep.Continue(checkpoint, Duration.ofSeconds(2));
    while (step instanceof PublishStep.Continue waiting) {
      pauses.add(waiting.pause());
      clock.step(waiting.pause());
      answer(200, job("JOB_STATE_SOMETHING_NEW", ""));
      step = videos.publish(access(), publication, waiting.checkpoint());
    }

    assertThat(failure(step).code()).isEqualTo("VIDEO_UNFINISHED");
    assertThat(pauses).isSorted().allMatch(p -> p.compareTo(Duration.ofSeconds(30)) <= 0);
    assertThat(pauses.size()).isLessThan(80);
    begun();
    next(publication, ((PublishStep.Failed) step).checkpoint());
  }

  @Test
  void a_video_without_measures_or_description_has_neither_in_its_record() {
    begun();
    Publication publication = publication(video(0, 0, ""));
    Checkpoint checkpoint = next(publication, Checkpoint.START);
    answer(200, job("JOB_STATE_COMPLETED", ",\"blob\":" + BLOB));

    Checkpoint fixed = next(publication, next(publication, checkpoint));

    assertThat(fixed.values().get("record"))
        .doesNotContain("aspectRatio")
        .doesNotContain("\"alt\"");
  }

  @Test
  void a_cards_picture_that_is_too_large_stays_away_and_the_link_goes_out() {
    Picture large =
        new Picture(
            () -> new ByteArrayInputStream(new byte[1]),
            URI.create("https://gaung.example/m/2"),
            "image/jpeg",
            1_180_000,
            10,
            10,
            "");
    Publication publication =
        publication(
            new Attachment.LinkCard(
                URI.create("https://toko.example/a"), "Amplang", "", Optional.of(large)));

    Checkpoint fixed = next(publication, Checkpoint.START);

    assertThat(server.getRequestCount()).isZero();
    assertThat(fixed.values().get("record"))
        .contains("\"uri\":\"https://toko.example/a\"", "\"description\":\"\"")
        .doesNotContain("thumb");
  }
}
