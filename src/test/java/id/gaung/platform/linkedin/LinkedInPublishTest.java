package id.gaung.platform.linkedin;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.platform.Attachment;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Evidence;
import id.gaung.platform.Failure;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okio.ByteString;
import org.junit.jupiter.api.Test;

/** What leaves, in which order, and what is kept of it. */
class LinkedInPublishTest extends LinkedInWorld {

  private String image(String name) {
    return """
        {"value":{"uploadUrl":"%s/dms-uploads/%s?ca=x&ut=a%%2Bb%%3D","image":"urn:li:image:%s"}}"""
        .formatted(server.address(), name, name);
  }

  private String video(String... ranges) {
    StringBuilder parts = new StringBuilder();
    for (String range : ranges) {
      String[] ends = range.split("-", -1);
      parts
          .append(parts.isEmpty() ? "" : ",")
          .append(
              "{\"uploadUrl\":\"%s/dms/%s?sig=s\",\"firstByte\":%s,\"lastByte\":%s}"
                  .formatted(server.address(), ends[0], ends[0], ends[1]));
    }
    return "{\"value\":{\"video\":\"urn:li:video:V1\",\"uploadToken\":\"\",\"uploadInstructions\":["
        + parts
        + "]}}";
  }

  private void made(String urn) {
    server.json(201, "", "x-restli-id", urn);
  }

  @Test
  void one_picture_is_media_and_several_are_a_multi_image_in_their_order() {
    Publication two =
        publication(TEXT, new Attachment.Pictures(List.of(picture("satu"), picture(""))));
    server.json(200, image("A")).json(201, "").json(200, image("B")).json(201, "");
    Checkpoint at = Checkpoint.START;
    for (int i = 0; i < 4; i++) {
      at = step(two, at);
    }
    server.json(200, "{\"status\":\"AVAILABLE\"}").json(200, "{\"status\":\"AVAILABLE\"}");
    at = step(two, step(two, step(two, at)));
    made("urn:li:ugcPost:7398500000000000777");

    PublishStep done = client.publish(access, two, at);

    assertThat(done)
        .isInstanceOfSatisfying(
            PublishStep.Published.class,
            p ->
                assertThat(p.post().url())
                    .contains(
                        URI.create(
                            server.address()
                                + "/feed/update/urn:li:ugcPost:7398500000000000777/")));
    server.taken();
    var bytes = server.taken();
    assertThat(bytes.getMethod()).isEqualTo("PUT");
    assertThat(bytes.getTarget())
        .as("as it was given")
        .isEqualTo("/dms-uploads/A?ca=x&ut=a%2Bb%3D");
    for (int i = 0; i < 4; i++) {
      server.taken();
    }
    assertThat(server.takenBody())
        .contains(
            "\"content\":{\"multiImage\":{\"images\":[{\"id\":\"urn:li:image:A\",\"altText\":\"satu\"},{\"id\":\"urn:li:image:B\"}]}}");
  }

  @Test
  void an_address_is_used_as_it_was_given_to_its_last_sign() {
    Publication publication = publication(TEXT, new Attachment.Pictures(List.of(picture("x"))));
    server.json(200, image("A").replace("%3D", "/")).json(201, "");

    step(publication, step(publication, Checkpoint.START));

    server.taken();
    assertThat(server.taken().getTarget()).isEqualTo("/dms-uploads/A?ca=x&ut=a%2Bb/");
  }

  /** Others left out the last byte of each part, or sent it twice: their videos failed. */
  @Test
  void a_video_leaves_byte_by_byte_once_and_goes_on_after_a_break() {
    Publication publication = publication(TEXT, video(10));
    server
        .json(200, video("0-3", "4-7", "8-9"))
        .json(200, "", "ETag", "\"A\"")
        .hangUp()
        .json(200, "", "etag", "W/\"B\"")
        .json(200, "", "ETag", "/ambry-video/signedId/C.bin");
    Checkpoint one = step(publication, step(publication, Checkpoint.START));
    PublishStep.Failed broken = failed(client.publish(access, publication, one));
    assertThat(broken.failure().passes()).isTrue();
    Checkpoint all = step(publication, step(publication, broken.checkpoint()));
    server.json(200, "");
    step(publication, all);

    server.taken();
    List<ByteString> sent = new java.util.ArrayList<>();
    for (String target : List.of("/dms/0", "/dms/4", "/dms/4", "/dms/8")) {
      var request = server.taken();
      assertThat(request.getTarget()).startsWith(target);
      assertThat(request.getHeaders().get("Authorization")).as("no token goes along").isNull();
      sent.add(request.getBody());
    }
    assertThat(sent.get(0)).isEqualTo(ByteString.of((byte) 0, (byte) 1, (byte) 2, (byte) 3));
    assertThat(sent.get(2)).isEqualTo(ByteString.of((byte) 4, (byte) 5, (byte) 6, (byte) 7));
    assertThat(sent.get(3)).isEqualTo(ByteString.of((byte) 8, (byte) 9));
    assertThat(server.takenBody())
        .contains("\"uploadedPartIds\":[\"A\",\"B\",\"/ambry-video/signedId/C.bin\"]");
  }

  @Test
  void a_video_is_waited_for_with_longer_and_longer_pauses_and_given_up_in_the_end() {
    Publication publication = publication(TEXT, video(4));
    server.json(200, video("0-3")).json(200, "", "ETag", "A").json(200, "");
    Checkpoint at = step(publication, step(publication, step(publication, Checkpoint.START)));
    server.json(200, "{\"status\":\"PROCESSING\"}");
    Duration last = Duration.ZERO;
    PublishStep next = client.publish(access, publication, at);
    int asked = 0;
    while (next instanceof PublishStep.Continue going) {
      assertThat(going.pause()).isBetween(last, Duration.ofSeconds(30));
      last = going.pause();
      clock.step(going.pause());
      server.json(200, "{\"status\":\"PROCESSING\"}");
      next = client.publish(access, publication, going.checkpoint());
      asked++;
    }
    assertThat(failed(next).failure().code()).isEqualTo("VIDEO_UNFINISHED");
    assertThat(asked).isBetween(60, 90);
  }

  @Test
  void a_video_that_fails_twice_is_refused() {
    Publication publication = publication(TEXT, video(4));
    Checkpoint at = Checkpoint.START;
    Failure.Kind[] kinds = {Failure.Kind.TRANSIENT, Failure.Kind.MEDIA_REJECTED};
    for (Failure.Kind kind : kinds) {
      server
          .json(200, video("0-3"))
          .json(200, "", "ETag", "A")
          .json(200, "")
          .json(200, "{\"status\":\"PROCESSING_FAILED\"}");
      at = step(publication, step(publication, step(publication, at)));
      PublishStep.Failed failed = failed(client.publish(access, publication, at));
      assertThat(failed.failure().kind()).isEqualTo(kind);
      at = failed.checkpoint();
    }
  }

  @Test
  void uploads_older_than_a_day_are_made_again() {
    Publication publication = publication(TEXT, new Attachment.Pictures(List.of(picture("x"))));
    server.json(200, image("A")).json(201, "");
    Checkpoint sent = step(publication, step(publication, Checkpoint.START));
    clock.step(Duration.ofHours(25));
    server.json(200, image("B"));

    Checkpoint again = step(publication, sent);

    assertThat(LinkedInProgress.of(again).part(UploadNote.URN, 0)).contains("urn:li:image:B");
  }

  @Test
  void a_version_that_is_over_is_told_in_a_sentence_and_looked_at_again_in_an_hour() {
    Publication publication = publication(TEXT);
    Checkpoint marked = marked(publication);
    server.json(
        426,
        "{\"status\":426,\"code\":\"NONEXISTENT_VERSION\",\"message\":\"Requested version 20250401 is"
            + " not active\"}");

    PublishStep.Failed failed = failed(client.publish(access, publication, marked));

    assertThat(failed.failure().retryAfter()).contains(Duration.ofHours(1));
    assertThat(Evidence.of(failed.failure()).kind()).isEqualTo(Evidence.Kind.VERSION_ENDED);
    made(URN);
    assertThat(client.publish(access, publication, step(publication, failed.checkpoint())))
        .isInstanceOf(PublishStep.Published.class);
  }

  @Test
  void what_stands_there_is_asked_for_where_nobody_knows_it() {
    Publication publication =
        new Publication(publication(TEXT).id(), START, TEXT, "id", List.of(), Optional.empty());
    server.json(200, list(listed("urn:li:share:5", "Kopi"), listed("urn:li:ugcPost:4", "Teh")));

    Checkpoint marked = marked(publication);

    assertThat(server.taken().getTarget())
        .startsWith("/rest/posts?q=author&author=urn%3Ali%3Aorganization%3A5515715&count=5");
    assertThat(LinkedInProgress.of(marked).newest())
        .contains(List.of("urn:li:share:5", "urn:li:ugcPost:4"));
  }

  @Test
  void a_card_without_words_has_its_host_as_title_and_no_picture() {
    Publication publication =
        publication(
            TEXT,
            new Attachment.LinkCard(
                URI.create("https://toko.example/a"), " ", "", Optional.empty()));
    made(URN);

    client.publish(access, publication, marked(publication));

    assertThat(server.takenBody())
        .contains(
            "{\"article\":{\"source\":\"https://toko.example/a\",\"title\":\"toko.example\"}}");
  }

  @Test
  void nothing_leaves_of_a_post_that_is_empty() {
    assertThat(failed(client.publish(access, publication("  "), Checkpoint.START)).failure().code())
        .isEqualTo("EMPTY");
    assertThat(server.arrived()).isZero();
  }
}
