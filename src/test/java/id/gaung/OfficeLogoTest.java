package id.gaung;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.audit.Foundation;
import id.gaung.audit.TestFoundation;
import id.gaung.db.TestDatabase;
import id.gaung.identity.Office;
import id.gaung.identity.Offices;
import id.gaung.media.MediaFeature;
import id.gaung.media.Photos;
import id.gaung.platform.SteppedClock;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The logo that the settings file names. */
@Tag("database")
class OfficeLogoTest {

  @TempDir Path folder;

  private final TestDatabase database = TestDatabase.create();
  private final Foundation foundation =
      TestFoundation.on(database, new SteppedClock(Instant.parse("2026-11-24T04:00:00Z")));

  @AfterEach
  void drop() {
    database.close();
  }

  private static OfficeSettings named(Path logo) {
    return OfficeSettings.read(null, null, null, null, null, null, null, null, logo.toString());
  }

  private Optional<UUID> logoAfterStart(Path logo) {
    Photos photos =
        new MediaFeature(
                foundation, folder.resolve("media"), URI.create("http://localhost"), new byte[32])
            .photos();
    Offices offices = new Offices(foundation, Office.DEFAULT);
    named(logo).keepLogo(photos, offices);
    return offices.current().logoPhotoId();
  }

  private Path png(int color) throws IOException {
    BufferedImage picture = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
    picture.setRGB(1, 1, color);
    Path file = folder.resolve("logo.png");
    ImageIO.write(picture, "png", file.toFile());
    return file;
  }

  @Test
  void the_same_file_is_taken_in_once_whatever_the_number_of_starts() throws IOException {
    Optional<UUID> first = logoAfterStart(png(1));
    assertThat(first).isPresent();
    assertThat(logoAfterStart(png(1))).isEqualTo(first);
    assertThat(logoAfterStart(png(0xff0000))).isPresent().isNotEqualTo(first);
  }

  @Test
  void what_is_no_picture_is_left_out() throws IOException {
    assertThat(logoAfterStart(Files.writeString(folder.resolve("logo.png"), "no picture")))
        .isEmpty();
    assertThat(logoAfterStart(Path.of(""))).isEmpty();
  }

  @Test
  void a_file_that_is_not_there_is_named_when_the_settings_are_read() throws IOException {
    assertThat(named(folder.resolve("none.png")).isLogoReadable()).isFalse();
    assertThat(named(folder).isLogoReadable()).isFalse();
    assertThat(named(png(1)).isLogoReadable()).isTrue();
    assertThat(OfficeSettings.DEFAULT.isLogoReadable()).isTrue();
  }
}
