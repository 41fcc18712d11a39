package id.gaung.media;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.audit.TestFoundation;
import id.gaung.db.TestDatabase;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Role;
import id.gaung.platform.SteppedClock;
import id.gaung.web.SignedInAs;
import id.gaung.web.WebServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the doors of photos answer where one cannot be read, or its disk is away for a while. */
@Tag("database")
class PhotoDoorsTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.create();

  @TempDir Path folder;

  @Test
  void a_photo_of_a_kind_that_is_not_read_is_named_whatever_it_says_that_it_is() throws Exception {
    SignedInAs staff = new SignedInAs();
    staff.person(Actor.person(UUID.randomUUID(), "Sari", Set.of(Role.STAFF)));
    MediaFeature media = media(folder);
    WebServer server =
        WebServer.with(
            List.of("media"),
            false,
            jersey -> {
              jersey.register(staff);
              media.register(jersey, (network, channel) -> Optional.empty());
            });
    server.start();
    try {
      byte[] heic = new byte[88];
      byte[] head = "\0\0\0\30ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(head, 0, heic, 0, head.length);
      for (String type :
          List.of("image/heic", "image/heif", "image/jpeg", "application/octet-stream")) {
        var answer =
            server
                .browser()
                .send(
                    "POST",
                    "/api/v1/photos",
                    BodyPublishers.ofByteArray(heic),
                    "Content-Type",
                    type,
                    "Authorization",
                    "Bearer x");
        assertThat(answer.statusCode()).as(type).isEqualTo(422);
        assertThat(answer.body()).contains("HEIC");
      }
    } finally {
      server.stop();
    }
  }

  @Test
  void a_photo_whose_folder_is_away_is_answered_503_and_shown_again_when_it_is_back()
      throws Exception {
    Path root = folder.resolve("media");
    MediaFeature media = media(root);
    Photo photo =
        media.photos().store(Actor.system("test"), new ByteArrayInputStream(png()), "a.png");
    SignedInAs staff = new SignedInAs();
    staff.person(Actor.person(UUID.randomUUID(), "Sari", Set.of(Role.STAFF)));
    WebServer server =
        WebServer.with(
            List.of("media"),
            false,
            jersey -> {
              jersey.register(staff);
              media.register(jersey, (network, channel) -> Optional.empty());
            });
    server.start();
    try {
      for (String fit : List.of("screen", "thumb")) {
        String path = "/photos/" + photo.id() + "/" + fit;
        if (fit.equals("screen")) {
          assertThat(server.browser().get(path).statusCode()).isEqualTo(200);
        }
        Path away = Files.move(root, folder.resolve("away"));
        assertThat(media.folderIsThere()).isFalse();
        for (String asked : List.of(path, "/api/v1" + path)) {
          var answer = server.browser().get(asked);
          assertThat(answer.statusCode()).as(asked).isEqualTo(503);
          assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        }
        Files.createDirectories(root);
        assertThat(media.folderIsThere()).isFalse();
        assertThat(server.browser().get(path).statusCode()).isEqualTo(503);
        Files.delete(root);
        Files.move(away, root);
        assertThat(media.folderIsThere()).isTrue();
        assertThat(server.browser().get(path).statusCode()).isEqualTo(200);
      }
      try (var files = Files.walk(root)) {
        files.filter(Files::isRegularFile).forEach(file -> file.toFile().delete());
      }
      assertThat(server.browser().get("/photos/" + photo.id() + "/screen").statusCode())
          .isEqualTo(503);
    } finally {
      server.stop();
    }
  }

  private static MediaFeature media(Path root) {
    return new MediaFeature(
        TestFoundation.on(DATABASE, new SteppedClock(Instant.parse("2026-11-24T04:00:00Z"))),
        root,
        URI.create("https://gaung.example/"),
        new byte[32]);
  }

  private static byte[] png() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }
}
