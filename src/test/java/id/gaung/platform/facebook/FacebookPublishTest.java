package id.gaung.platform.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.platform.Attachment;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Failure;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import id.gaung.platform.RemotePost;
import id.gaung.platform.facebook.PageProgress.UploadPart;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;

/** The steps of publishing on a Page. */
class FacebookPublishTest extends FacebookWorld {

  private static final String POSTED = "{\"id\":\"1020304050_9\"}";

  @Test
  void pictures_are_uploaded_unpublished_then_marked_then_posted_together() {
    Publication publication = publication(pictures(2), Optional.empty());
    server
        .json(200, "{\"id\":\"P1\"}")
        .json(200, "{\"id\":\"P2\"}")
        .json(200, listed(post("3", "Lama", "app-1")))
        .json(200, POSTED);

    Checkpoint first = next(publication, Checkpoint.START);
    Checkpoint second = next(publication, first);
    Checkpoint marked = next(publication, second);
    PublishStep published = client.publish(access, publication, marked);

    assertThat(published)
        .isEqualTo(
            new PublishStep.Published(
                new RemotePost(
                    "1020304050_9",
                    Optional.of(URI.create("https://www.facebook.com/1020304050/posts/9")))));
    RecordedRequest photo = server.taken();
    assertThat(photo.getTarget()).isEqualTo("/v25.0/1020304050/photos");
    assertThat(photo.getHeaders().get("Authorization")).isEqualTo("Bearer geheim-token");
    assertThat(photo.getBody().utf8()).contains("Gambar 0", "false", "photo0.png");
    server.taken();
    assertThat(server.taken().getTarget()).contains("/published_posts");
    assertThat(server.takenBody())
        .contains("message=Amplang%20%26%20kopi%20%23UMKM%0AManggar".replace("%20", "+"))
        .contains("%5B%7B%22media_fbid%22%3A%22P1%22%7D%2C%7B%22media_fbid%22%3A%22P2%22%7D%5D");
    assertThat(PageProgress.of(marked).newest()).contains(java.util.List.of("1020304050_3"));
  }

  @Test
  void photos_that_may_be_gone_are_uploaded_again() {
    Publication publication = publication(pictures(1), Optional.of("1"));
    server.json(200, "{\"id\":\"P1\"}").json(200, "{\"id\":\"P2\"}");
    Checkpoint uploaded = next(publication, Checkpoint.START);

    clock.step(Duration.ofHours(23));
    Checkpoint again = next(publication, uploaded);

    assertThat(PageProgress.of(again).photo(0)).contains("P2");
  }

  @Test
  void a_certain_refusal_keeps_the_photos_and_what_stood_there_and_forgets_the_mark() {
    Publication publication = publication(pictures(1), Optional.of("1"));
    server.json(200, "{\"id\":\"P1\"}").json(400, error(368, 1390008));
    Checkpoint marked = next(publication, next(publication, Checkpoint.START));

    PublishStep.Failed failed = (PublishStep.Failed) client.publish(access, publication, marked);

    assertThat(failed.failure().kind()).isEqualTo(Failure.Kind.RATE_LIMITED);
    assertThat(failed.failure().retryAfter()).isPresent();
    PageProgress kept = PageProgress.of(failed.checkpoint());
    assertThat(kept.isMarked()).isFalse();
    assertThat(kept.photo(0)).contains("P1");
    assertThat(kept.newest()).contains(java.util.List.of("1"));
  }

  @Test
  void nothing_to_say_is_refused_without_a_call() {
    Publication empty =
        new Publication(
            java.util.UUID.randomUUID(), START, " ", "id", java.util.List.of(), Optional.empty());
    assertThat(client.publish(access, empty, Checkpoint.START))
        .isInstanceOf(PublishStep.Failed.class);
    assertThat(server.arrived()).isZero();
  }

  @Test
  void a_reels_bytes_go_on_from_where_they_broke_off() {
    Attachment.Video reel = video(60, 1080, 1920);
    Publication publication = publication(reel, Optional.of("1"));
    server.json(
        200,
        "{\"video_id\":\"55\",\"upload_url\":\"" + server.address() + "/video-upload/v25.0/55\"}");
    Checkpoint begun = next(publication, Checkpoint.START);
    server
        .json(200, status("in_progress", 40))
        .json(200, "{\"success\":true}")
        .json(200, status("in_progress", 60));

    Checkpoint uploaded = next(publication, begun);
    next(publication, begun);

    assertThat(PageProgress.of(uploaded).has(UploadPart.UPLOADED)).isTrue();
    server.taken();
    server.taken();
    RecordedRequest bytes = server.taken();
    assertThat(bytes.getTarget()).isEqualTo("/video-upload/v25.0/55");
    assertThat(bytes.getHeaders().get("Authorization")).isEqualTo("OAuth geheim-token");
    assertThat(bytes.getHeaders().get("offset")).isEqualTo("40");
    assertThat(bytes.getHeaders().get("file_size")).isEqualTo("60");
    assertThat(bytes.getBody().utf8()).isEqualTo("opqrstuvwxyzabcdefgh");
    assertThat(server.arrived()).as("what is all there is not sent again").isEqualTo(4);
  }

  private static String status(String uploading, int bytes) {
    return """
        {"status":{"video_status":"uploading","uploading_phase":{"status":"%s",\
        "bytes_transferred":%d}},"id":"55"}"""
        .formatted(uploading, bytes);
  }

  @Test
  void a_wide_video_goes_in_the_pieces_that_are_asked_for() {
    Publication publication = publication(video(30, 1920, 1080), Optional.of("1"));
    server
        .json(
            200,
            """
            {"video_id":"55","upload_session_id":"77","start_offset":"0","end_offset":"20"}""")
        .json(200, "{\"start_offset\":\"20\",\"end_offset\":\"30\"}")
        .json(200, "{\"start_offset\":\"30\",\"end_offset\":\"30\"}")
        .json(404, "{}")
        .json(200, "{\"success\":true}");

    Checkpoint at = Checkpoint.START;
    for (int step = 0; step < 5; step++) {
      at = next(publication, at);
    }
    next(publication, at);

    assertThat(server.takenBody()).isEqualTo("upload_phase=start&file_size=30");
    assertThat(server.takenBody()).contains("abcdefghijklmnopqrst").doesNotContain("uvwx");
    assertThat(server.takenBody()).contains("uvwxyzabcd", "\r\n20\r\n");
    server.taken();
    assertThat(server.takenBody()).contains("upload_phase=finish&upload_session_id=77");
  }

  @Test
  void a_piece_that_gets_nowhere_begins_the_upload_anew() {
    Publication publication = publication(video(30, 1920, 1080), Optional.of("1"));
    server
        .json(
            200,
            """
            {"video_id":"55","upload_session_id":"77","start_offset":"0","end_offset":"20"}""")
        .json(200, "{\"start_offset\":\"0\",\"end_offset\":\"20\"}")
        .json(400, error(80001, 0));
    Checkpoint begun = next(publication, Checkpoint.START);

    PublishStep.Failed stuck = (PublishStep.Failed) client.publish(access, publication, begun);
    PublishStep.Failed limited = (PublishStep.Failed) client.publish(access, publication, begun);

    assertThat(stuck.checkpoint().isStart()).isTrue();
    assertThat(limited.checkpoint()).as("its pieces are still there").isEqualTo(begun);
  }

  @Test
  void a_video_that_cannot_be_processed_twice_is_refused() {
    Publication publication = publication(video(60, 1080, 1920), Optional.of("1"));
    Checkpoint at = Checkpoint.START;
    for (int attempt = 1; attempt <= 2; attempt++) {
      server
          .json(
              200,
              "{\"video_id\":\"55\",\"upload_url\":\"" + server.address() + "/video-upload/5\"}")
          .json(200, status("complete", 60))
          .json(200, "{\"status\":{\"video_status\":\"error\"},\"id\":\"55\"}");
      Checkpoint uploaded = next(publication, next(publication, at));
      PublishStep.Failed failed =
          (PublishStep.Failed) client.publish(access, publication, uploaded);
      assertThat(failed.failure().kind())
          .isEqualTo(attempt == 1 ? Failure.Kind.TRANSIENT : Failure.Kind.MEDIA_REJECTED);
      at = failed.checkpoint();
    }
  }
}
