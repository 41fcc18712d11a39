package id.gaung.media;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.audit.Foundation;
import id.gaung.audit.TestFoundation;
import id.gaung.db.TestDatabase;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Role;
import id.gaung.platform.SteppedClock;
import id.gaung.web.SignedInAs;
import id.gaung.web.WebServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Files that come in parts, over HTTP. */
@Tag("database")
class UploadsTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.create();

  private static final int MOST = 4_000_000;

  @TempDir Path folder;
  private final SteppedClock clock = new SteppedClock(Instant.parse("2026-11-24T04:00:00Z"));
  private final SignedInAs who = new SignedInAs();
  private final Actor sari = Actor.person(UUID.randomUUID(), "Sari", Set.of(Role.STAFF));
  private Foundation on;
  private MediaFeature media;
  private WebServer server;
  private TusClient tus;

  @BeforeEach
  void start() throws Exception {
    on = TestFoundation.on(DATABASE, clock);
    who.person(sari);
    restart();
  }

  private void restart() throws Exception {
    if (server != null) {
      server.stop();
    }
    media = new MediaFeature(on, folder, URI.create("http://localhost"), new byte[32], MOST);
    server =
        WebServer.with(
            List.of("media"),
            false,
            jersey -> {
              jersey.register(who);
              media.register(jersey, (network, channel) -> Optional.empty());
            });
    server.start();
    tus = new TusClient(server.uri("/api/v1/uploads"));
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private MediaItem item(HttpResponse<String> answer) {
    String id =
        answer
            .headers()
            .firstValue(UploadDoor.ITEM)
            .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body()));
    return media.library().find(UUID.fromString(id)).orElseThrow();
  }

  private static String offset(HttpResponse<String> answer) {
    return answer.headers().firstValue("Upload-Offset").orElseThrow();
  }

  private long files(String where) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve(where))) {
      return files.filter(Files::isRegularFile).count();
    }
  }

  @Test
  void a_video_in_parts_goes_on_after_a_restart_and_is_in_the_library_once() throws Exception {
    long videos = media.library().tally().videos();
    TestVideos made = TestVideos.mov().turned(90);
    made.inMovie.add(TestVideos.userData());
    byte[] video = made.bytes();
    URI upload = tus.begin(video, "/DCIM/kedai pagi é.mov");
    assertThat(offset(tus.head(upload))).isEqualTo("0");
    HttpResponse<String> first = tus.patch(upload, 0, TusClient.part(video, 0, 200));
    assertThat(first.statusCode()).isEqualTo(204);
    assertThat(offset(first)).isEqualTo("200");
    assertThat(first.headers().firstValue("Upload-Expires"))
        .hasValue("Wed, 25 Nov 2026 04:00:00 GMT");
    restart();
    upload = server.uri(upload.getPath());
    HttpResponse<String> asked = tus.head(upload);
    assertThat(offset(asked)).isEqualTo("200");
    assertThat(asked.headers().firstValue("Upload-Length")).hasValue("" + video.length);
    assertThat(asked.headers().firstValue("Cache-Control")).hasValue("no-store");
    HttpResponse<String> last = tus.patch(upload, 200, TusClient.part(video, 200, video.length));
    assertThat(last.statusCode()).isEqualTo(204);
    MediaItem item = item(last);
    assertThat(item.isVideo()).isTrue();
    assertThat(item.originalName()).isEqualTo("kedai pagi é.mov");
    assertThat(item.mimeType()).isEqualTo("video/quicktime");
    assertThat(item.width()).isEqualTo(1080);
    assertThat(item.duration()).contains(Duration.ofSeconds(1));
    assertThat(item.storedName()).isEqualTo("Sari");
    try (var kept = media.library().open(item, 0, Long.MAX_VALUE)) {
      assertThat(new String(kept.readAllBytes(), StandardCharsets.ISO_8859_1))
          .hasSize(video.length)
          .doesNotContain(TestVideos.PLACE);
    }
    assertThat(files("uploads")).isZero();
    assertThat(files("incoming")).isZero();
    HttpResponse<String> again = tus.head(upload);
    assertThat(offset(again)).isEqualTo("" + video.length);
    assertThat(item(again)).isEqualTo(item);
    assertThat(item(tus.patch(upload, video.length, new byte[0]))).isEqualTo(item);
    assertThat(media.library().tally().videos()).isEqualTo(videos + 1);
  }

  @Test
  void what_came_before_the_line_broke_stays_and_the_next_request_need_not_wait() throws Exception {
    TestVideos made = TestVideos.mp4();
    made.samples = new byte[600_000];
    byte[] video = made.bytes();
    URI upload = tus.begin(video, "a.mp4");
    try (Socket line = new Socket("localhost", upload.getPort())) {
      OutputStream out = line.getOutputStream();
      String head =
          "PATCH "
              + upload.getPath()
              + " HTTP/1.1\r\nHost: localhost\r\nTus-Resumable: 1.0.0\r\nAuthorization: Bearer x\r\n"
              + "Upload-Offset: 0\r\nContent-Type: application/offset+octet-stream\r\nContent-Length: "
              + video.length
              + "\r\n\r\n";
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      out.write(video, 0, 400_000);
      out.flush();
      // The line hangs; nobody has closed it.
      HttpResponse<String> asked = tus.head(upload);
      for (int tries = 0;
          tries < 500 && (asked.statusCode() == 423 || offset(asked).equals("0"));
          tries++) {
        asked = tus.head(upload);
      }
      int come = Integer.parseInt(offset(asked));
      assertThat(come).isBetween(100_000, 400_000);
      HttpResponse<String> rest =
          tus.patch(upload, come, TusClient.part(video, come, video.length));
      assertThat(rest.statusCode()).isEqualTo(204);
      assertThat(item(rest).bytes()).isEqualTo(video.length);
    }
  }

  @Test
  void a_part_that_does_not_begin_where_the_last_one_ended_is_refused_and_harms_nothing() {
    byte[] video = TestVideos.mp4().bytes();
    URI upload = tus.begin(video, "a.mp4");
    tus.patch(upload, 0, TusClient.part(video, 0, 100));
    assertThat(tus.patch(upload, 50, TusClient.part(video, 50, 150)).statusCode()).isEqualTo(409);
    assertThat(tus.patch(upload, 0, video).statusCode()).isEqualTo(409);
    byte[] more = new byte[video.length + 1];
    assertThat(tus.patch(upload, 100, more).statusCode()).isIn(400, 413);
    assertThat(offset(tus.head(upload))).isEqualTo("100");
  }

  @Test
  void only_whoever_began_may_go_on() {
    byte[] video = TestVideos.mp4().bytes();
    URI upload = tus.begin(video, "a.mp4");
    who.person(Actor.person(UUID.randomUUID(), "Budi", Set.of(Role.STAFF)));
    assertThat(tus.head(upload).statusCode()).isEqualTo(404);
    assertThat(tus.patch(upload, 0, video).statusCode()).isEqualTo(404);
    assertThat(tus.delete(upload).statusCode()).isEqualTo(404);
    who.person(Actor.person(UUID.randomUUID(), "Rani", Set.of(Role.CREATOR)));
    assertThat(tus.create(10, "a.mp4").statusCode()).isEqualTo(403);
    who.person(sari);
    assertThat(tus.head(upload).statusCode()).isEqualTo(204);
  }

  @Test
  void a_page_of_another_site_cannot_send() {
    HttpResponse<String> foreign =
        server
            .browser()
            .send(
                "POST",
                "/api/v1/uploads",
                BodyPublishers.noBody(),
                "Tus-Resumable",
                "1.0.0",
                "Upload-Length",
                "10",
                "Sec-Fetch-Site",
                "cross-site");
    assertThat(foreign.statusCode()).isEqualTo(403);
  }

  @Test
  void what_is_too_large_empty_or_nothing_that_is_taken_is_refused_with_a_sentence()
      throws Exception {
    assertThat(tus.create(MOST + 1, "a.mp4").body()).contains("3 MB");
    assertThat(tus.create(MOST + 1, "a.mp4").statusCode()).isEqualTo(413);
    assertThat(tus.create(0, "a.mp4").statusCode()).isEqualTo(422);
    for (String bad :
        List.of(
            "<svg xmlns='http://www.w3.org/2000/svg'/>",
            "<!doctype html><script>alert(1)</script>",
            "%PDF-1.7 nothing",
            "\u001aE\u00df\u00a3 webm matroska")) {
      HttpResponse<String> refused = tus.upload(TestVideos.text(bad), "foto.mp4");
      assertThat(refused.statusCode()).as(bad).isEqualTo(422);
      assertThat(refused.body()).contains("MP4");
    }
    byte[] heic = new byte[88];
    byte[] head = TestVideos.text("\0\0\0\30ftypheic\0\0\0\0mif1heic");
    System.arraycopy(head, 0, heic, 0, head.length);
    assertThat(tus.upload(heic, "IMG_1.HEIC").body()).contains("HEIC");
    byte[] cut = TusClient.part(TestVideos.mp4().bytes(), 0, 120);
    assertThat(tus.upload(cut, "a.mp4").body()).contains("terpotong");
    assertThat(files("uploads")).isZero();
  }

  @Test
  void a_photo_comes_in_the_same_way() throws Exception {
    HttpResponse<String> answer = tus.upload(TestPhotos.jpeg(640, 480), "..\\rahasia\\foto.jpg");
    assertThat(item(answer).kind()).isEqualTo(MediaItem.Kind.PHOTO);
    assertThat(item(answer).originalName()).isEqualTo("foto.jpg");
    clock.step(Duration.ofDays(400));
    assertThat(media.cleaning().removeUnused()).as("kept on purpose").isZero();
  }

  @Test
  void an_upload_can_be_ended_and_one_that_is_given_up_ends_after_a_day() throws Exception {
    byte[] video = TestVideos.mp4().bytes();
    URI upload = tus.begin(video, "a.mp4");
    tus.patch(upload, 0, TusClient.part(video, 0, 10));
    assertThat(tus.delete(upload).statusCode()).isEqualTo(204);
    assertThat(tus.head(upload).statusCode()).isEqualTo(404);
    assertThat(files("uploads")).isZero();
    URI other = tus.begin(video, "b.mp4");
    clock.step(Duration.ofHours(20));
    tus.patch(other, 0, TusClient.part(video, 0, 10));
    clock.step(Duration.ofHours(20));
    assertThat(media.uploads().removeOld()).isZero();
    clock.step(Duration.ofHours(5));
    assertThat(media.uploads().removeOld()).isEqualTo(1);
    assertThat(tus.head(other).statusCode()).isEqualTo(404);
    assertThat(files("uploads")).isZero();
  }

  @Test
  void a_header_that_names_another_method_changes_nothing() throws Exception {
    byte[] video = TestVideos.mp4().bytes();
    URI upload = tus.begin(video, "a.mp4");
    server
        .browser()
        .send(
            "HEAD",
            upload.getPath(),
            BodyPublishers.noBody(),
            "Tus-Resumable",
            "1.0.0",
            "X-HTTP-Method-Override",
            "DELETE");
    assertThat(tus.head(upload).statusCode()).isEqualTo(204);
  }

  @Test
  void a_file_whose_end_was_not_answered_is_finished_when_its_sender_comes_back() throws Exception {
    byte[] video = TestVideos.mp4().bytes();
    URI upload = tus.begin(video, "a.mp4");
    String id = upload.getPath().substring(upload.getPath().lastIndexOf('/') + 1);
    // As after a kill between the last byte and everything that follows it.
    Files.write(folder.resolve("uploads").resolve(id), video);
    assertThat(offset(tus.head(upload))).isEqualTo("" + video.length);
    HttpResponse<String> done = tus.patch(upload, video.length, new byte[0]);
    assertThat(done.statusCode()).isEqualTo(204);
    assertThat(item(done).bytes()).isEqualTo(video.length);
  }
}
