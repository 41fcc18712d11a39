package id.gaung.media;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.audit.TestFoundation;
import id.gaung.db.TestDatabase;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Role;
import id.gaung.media.MediaUses.MediaUse;
import id.gaung.platform.SteppedClock;
import id.gaung.web.Browser;
import id.gaung.web.SignedInAs;
import id.gaung.web.WebServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The library's pages and the bytes behind them. */
@Tag("database")
class LibraryPagesTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.create();

  @TempDir Path folder;
  private final SteppedClock clock = new SteppedClock(Instant.parse("2026-11-24T04:00:00Z"));
  private final SignedInAs who = new SignedInAs();
  private final Actor sari = Actor.person(UUID.randomUUID(), "Sari", Set.of(Role.STAFF));
  private final List<MediaUse> uses = new ArrayList<>();
  private MediaFeature media;
  private WebServer server;
  private Browser browser;

  @BeforeEach
  void start() throws Exception {
    who.person(sari);
    media =
        new MediaFeature(
            TestFoundation.on(DATABASE, clock),
            folder,
            URI.create("http://localhost"),
            new byte[32]);
    media.photos().usedBy(ids -> uses.stream().filter(u -> ids.contains(u.mediaId())).toList());
    server =
        WebServer.with(
            List.of("media"),
            false,
            jersey -> {
              jersey.register(who);
              media.register(jersey, (network, channel) -> Optional.empty());
            });
    server.start();
    browser = server.browser();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private MediaItem upload(byte[] file, String name) {
    HttpResponse<String> done = new TusClient(server.uri("/api/v1/uploads")).upload(file, name);
    String id = done.headers().firstValue(UploadDoor.ITEM).orElseThrow();
    return media.library().find(UUID.fromString(id)).orElseThrow();
  }

  private MediaItem upload(byte[] file, String name, String key, String value) {
    TusClient client = new TusClient(server.uri("/api/v1/uploads"));
    HttpResponse<String> made =
        client.createWith(
            file.length,
            "filename " + TusClient.encoded(name) + "," + key + " " + TusClient.encoded(value));
    URI at = server.uri(made.headers().firstValue("Location").orElseThrow());
    String id = client.patch(at, 0, file).headers().firstValue(UploadDoor.ITEM).orElseThrow();
    return media.library().find(UUID.fromString(id)).orElseThrow();
  }

  private static byte[] video() {
    TestVideos made = TestVideos.mp4();
    made.samples = new byte[5000];
    return made.bytes();
  }

  private MediaItem now(MediaItem item) {
    return media.library().find(item.id()).orElseThrow();
  }

  @Test
  void what_people_say_is_kept_found_and_filtered() throws IOException {
    MediaItem item = upload(TestPhotos.jpeg(1200, 900), "bingka-" + UUID.randomUUID() + ".jpg");
    HttpResponse<String> made = browser.post("/library/folders", "name", "Jajan " + item.id());
    assertThat(made.statusCode()).isEqualTo(303);
    String folderId = made.headers().firstValue("Location").orElseThrow().replaceAll(".*=", "");
    assertThat(browser.post("/library/folders", "name", "JAJAN " + item.id()).statusCode())
        .isEqualTo(422);
    HttpResponse<String> saved =
        browser.post(
            "/library/" + item.id(),
            "version",
            "0",
            "title",
            "Bingka di atas daun",
            "altText",
            "Kue bingka cokelat di atas daun pisang",
            "maker",
            "Dinda Larasati",
            "licence",
            "Boleh diunggah Dinas",
            "licenceEnds",
            "2026-11-29",
            "networks",
            "instagram",
            "networks",
            "nowhere",
            "tags",
            "Kue, PAGI, kue",
            "folderId",
            folderId);
    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
    MediaItem kept = now(item);
    assertThat(kept.title()).isEqualTo("Bingka di atas daun");
    assertThat(kept.tags()).containsExactly("kue", "pagi");
    assertThat(kept.licenceNetworks()).containsExactly("instagram");
    assertThat(kept.licenceUntil()).contains(Instant.parse("2026-11-29T16:00:00Z"));
    assertThat(kept.mayBeOn("instagram")).isTrue();
    assertThat(kept.mayBeOn("bluesky")).isFalse();
    for (String asked :
        List.of("tag=kue", "q=DAUN+pisang", "q=dinda", "licence=soon", "kind=PHOTO")) {
      assertThat(browser.get("/library?folder=" + folderId + "&" + asked).body())
          .as(asked)
          .contains("/library/" + item.id(), "sampai 29 Nov 2026");
    }
    for (String asked :
        List.of("tag=malam", "q=100%25", "licence=over", "kind=VIDEO", "bare=true")) {
      assertThat(browser.get("/library?folder=" + folderId + "&" + asked).body())
          .as(asked)
          .doesNotContain("href=\"/library/" + item.id());
    }
    HttpResponse<String> stale =
        browser.post(
            "/library/" + item.id(),
            "version",
            "0",
            "title",
            "Lain",
            "altText",
            "",
            "maker",
            "",
            "licence",
            "",
            "licenceEnds",
            "",
            "tags",
            "",
            "folderId",
            "");
    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(stale.body()).contains("Bingka di atas daun");
    MediaItem after = media.library().find(item.id()).orElseThrow();
    assertThat(after.isOver(Instant.parse("2026-11-29T15:59:59Z"))).isFalse();
    assertThat(after.isOver(Instant.parse("2026-11-29T16:00:00Z"))).isTrue();
  }

  @Test
  void what_is_used_is_not_deleted_and_says_where() throws IOException {
    // The disk tells the real time.
    clock.step(Duration.ofDays(4000));
    MediaItem item = upload(TestPhotos.jpeg(300, 200), "mantau.jpg");
    uses.add(new MediaUse(item.id(), "product", "Mantau hangat", "/products/7"));
    assertThat(browser.get("/library/" + item.id()).body())
        .contains("/products/7", "Mantau hangat")
        .doesNotContain("/delete");
    HttpResponse<String> refused = browser.post("/library/" + item.id() + "/delete");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("Mantau hangat");
    uses.clear();
    assertThat(browser.post("/library/" + item.id() + "/delete").statusCode()).isEqualTo(303);
    assertThat(browser.get("/library/" + item.id()).statusCode()).isEqualTo(404);
    Path file = folder.resolve(item.sha256().substring(0, 2)).resolve(item.sha256());
    media.cleaning().removeFiles();
    assertThat(file).exists();
    clock.step(Duration.ofHours(2));
    media.cleaning().removeFiles();
    assertThat(Files.exists(file)).isFalse();
  }

  @Test
  void a_video_is_sent_in_the_parts_that_are_asked_for() throws IOException {
    byte[] bytes = video();
    MediaItem item = upload(bytes, "kedai.mp4");
    String path = "/library/" + item.id() + "/file";
    URI open = media.links().videoUrl(item, clock.instant().plusSeconds(60));
    for (String address : List.of(path, open.getPath())) {
      HttpResponse<String> all = browser.get(address);
      assertThat(all.statusCode()).isEqualTo(200);
      assertThat(all.headers().firstValue("Accept-Ranges")).hasValue("bytes");
      assertThat(all.headers().firstValue("Content-Type")).hasValue("video/mp4");
      String tag = all.headers().firstValue("ETag").orElseThrow();
      HttpResponse<String> part = browser.get(address, "Range", "bytes=4-7");
      assertThat(part.statusCode()).isEqualTo(206);
      assertThat(part.body()).isEqualTo("ftyp");
      assertThat(part.headers().firstValue("Content-Range")).hasValue("bytes 4-7/" + bytes.length);
      assertThat(browser.get(address, "Range", "bytes=-3").body()).hasSize(3);
      HttpResponse<String> whole = browser.get(address, "Range", "bytes=0-");
      assertThat(whole.statusCode()).isEqualTo(206);
      assertThat(whole.headers().firstValue("Content-Range"))
          .hasValue("bytes 0-" + (bytes.length - 1) + "/" + bytes.length);
      assertThat(browser.get(address, "Range", "bytes=0-0").body()).hasSize(1);
      assertThat(browser.get(address, "Range", "bytes=0-999999").body()).hasSize(bytes.length);
      HttpResponse<String> rest =
          browser.get(address, "Range", "bytes=" + (bytes.length - 2) + "-");
      assertThat(rest.statusCode()).isEqualTo(206);
      assertThat(rest.body()).hasSize(2);
      HttpResponse<String> beyond = browser.get(address, "Range", "bytes=" + bytes.length + "-");
      assertThat(beyond.statusCode()).isEqualTo(416);
      assertThat(beyond.headers().firstValue("Content-Range")).hasValue("bytes */" + bytes.length);
      assertThat(browser.get(address, "Range", "bytes=0-3", "If-Range", tag).statusCode())
          .isEqualTo(206);
      assertThat(browser.get(address, "Range", "bytes=0-3", "If-Range", "\"other\"").statusCode())
          .isEqualTo(200);
      assertThat(browser.get(address, "Range", "bytes=0-1,4-5").statusCode()).isEqualTo(200);
      assertThat(browser.get(address, "Range", "bytes=9-1").statusCode()).isEqualTo(200);
      assertThat(browser.get(address, "If-None-Match", tag).statusCode()).isEqualTo(304);
      HttpResponse<String> head = browser.send("HEAD", address, BodyPublishers.noBody());
      assertThat(head.statusCode()).isEqualTo(200);
      assertThat(head.headers().firstValue("Content-Length")).hasValue("" + bytes.length);
    }
    who.nobody();
    assertThat(browser.get(path).statusCode()).isEqualTo(303);
    assertThat(browser.get(open.getPath()).statusCode()).isEqualTo(200);
    assertThat(browser.get(open.getPath().replace("/video/1", "/video/2")).statusCode())
        .isEqualTo(404);
    clock.step(Duration.ofMinutes(2));
    assertThat(browser.get(open.getPath()).statusCode()).isEqualTo(410);
    who.person(Actor.person(UUID.randomUUID(), "Rani", Set.of(Role.CREATOR)));
    assertThat(browser.get(path).statusCode()).isEqualTo(403);
  }

  @Test
  void a_video_gets_a_picture_as_its_cover_which_then_stays() throws IOException {
    MediaItem film = upload(video(), "kedai.mp4");
    MediaItem photo = upload(TestPhotos.jpeg(400, 300), "kedai.jpg");
    assertThat(browser.get("/library/" + film.id()).body()).contains("<video");
    assertThat(
            browser
                .post("/library/" + film.id() + "/cover", "cover", "http://x/library/" + photo.id())
                .statusCode())
        .isEqualTo(303);
    assertThat(now(film).coverId()).contains(photo.id());
    assertThat(browser.post("/library/" + photo.id() + "/delete").statusCode()).isEqualTo(409);
    assertThat(
            browser
                .post("/library/" + photo.id() + "/cover", "cover", film.id().toString())
                .statusCode())
        .isEqualTo(422);
    assertThat(media.library().find(List.of(film.id(), photo.id()))).hasSize(2);
  }

  @Test
  void a_crop_that_a_person_chose_is_what_the_network_gets() throws IOException {
    MediaItem item = upload(TestPhotos.jpeg(600, 1200), "tinggi.jpg");
    Fit wide = Fit.of("instagram", 8_000_000, List.of("image/jpeg"), 0.8, 1.91, 320, 1440);
    FittedPhoto padded = media.photos().fit(item.id(), wide);
    assertThat(padded.height()).isEqualTo(1200);
    HttpResponse<String> chosen =
        browser.post(
            "/library/" + item.id() + "/crops",
            "ratio",
            "4:5",
            "size",
            "100",
            "left",
            "50",
            "top",
            "0");
    assertThat(chosen.statusCode()).as(chosen.body()).isEqualTo(303);
    FittedPhoto cropped = media.photos().fit(item.id(), wide);
    assertThat(cropped.width()).isEqualTo(600);
    assertThat(cropped.height()).isEqualTo(750);
    URI out = media.links().publicUrl(item.id(), wide, clock.instant().plusSeconds(60));
    assertThat(browser.get(out.getPath()).statusCode()).isEqualTo(200);
    assertThat(browser.get("/library/" + item.id()).body())
        .contains("viewBox=\"0.0 0.0 600.0 750.0\"");
    browser.post(
        "/library/" + item.id() + "/crops",
        "ratio",
        "4:5",
        "size",
        "100",
        "left",
        "0",
        "top",
        "0",
        "remove",
        "true");
    assertThat(media.photos().fit(item.id(), wide).height()).isEqualTo(1200);
    assertThat(
            browser
                .post(
                    "/library/" + item.id() + "/crops",
                    "ratio",
                    "3:7",
                    "size",
                    "100",
                    "left",
                    "0",
                    "top",
                    "0")
                .statusCode())
        .isEqualTo(422);
  }

  @Test
  void a_video_where_a_photo_is_meant_is_no_photo_and_shown_by_a_sign() {
    MediaItem film = upload(video(), "kedai.mp4");
    assertThat(media.photos().find(film.id())).isEmpty();
    assertThat(browser.get("/photos/" + film.id() + "/thumb").statusCode()).isEqualTo(303);
  }

  @Test
  void who_asks_only_what_there_is_has_no_file_read() throws IOException {
    byte[] bytes = video();
    MediaItem item = upload(bytes, "kedai.mp4");
    Files.delete(folder.resolve(item.sha256().substring(0, 2)).resolve(item.sha256()));
    String path = "/library/" + item.id() + "/file";
    HttpResponse<String> head =
        browser.send("HEAD", path, BodyPublishers.noBody(), "Range", "bytes=4-7");
    assertThat(head.statusCode()).isEqualTo(206);
    assertThat(head.headers().firstValue("Content-Length")).hasValue("4");
    assertThat(head.headers().firstValue("Content-Range")).hasValue("bytes 4-7/" + bytes.length);
    assertThat(browser.get(path, "Range", "bytes=4-7").statusCode()).isGreaterThanOrEqualTo(500);
  }

  @Test
  void what_is_uploaded_from_an_open_folder_lies_in_it() throws IOException {
    HttpResponse<String> made = browser.post("/library/folders", "name", "Pasar malam");
    String folderId = made.headers().firstValue("Location").orElseThrow().replaceAll(".*=", "");
    for (String named : List.of(folderId, UUID.randomUUID().toString(), "no folder")) {
      MediaItem item = upload(video(), "pasar.mp4", "folder", named);
      assertThat(item.folderId().map(UUID::toString).orElse(""))
          .as(named)
          .isEqualTo(named.equals(folderId) ? folderId : "");
    }
  }
}
