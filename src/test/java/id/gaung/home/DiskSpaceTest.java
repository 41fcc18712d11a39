package id.gaung.home;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.web.Formats;
import id.gaung.web.Language;
import id.gaung.web.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk of the data folder, by readings that are made up. */
class DiskSpaceTest {

  @Test
  void below_one_gigabyte_somebody_is_warned() {
    DiskReading well = DiskSpace.asking(() -> DiskSpace.FEW_BYTES).read();
    assertThat(well).isEqualTo(new DiskReading(DiskSpace.State.WELL, 1024));
    DiskReading few = DiskSpace.asking(() -> DiskSpace.FEW_BYTES - 1).read();
    assertThat(few).isEqualTo(new DiskReading(DiskSpace.State.FEW, 1023));
    assertThat(few.sentence()).contains("only 1023 MB", "less than 1024");
    assertThat(DiskSpace.asking(() -> 0).read()).isEqualTo(new DiskReading(DiskSpace.State.FEW, 0));
    DiskReading away =
        DiskSpace.asking(
                () -> {
                  throw new IOException("gone");
                })
            .read();
    assertThat(away.state()).isEqualTo(DiskSpace.State.AWAY);
    assertThat(away.sentence()).contains("cannot be read");
  }

  @Test
  void a_real_folder_can_be_asked(@TempDir Path folder) {
    assertThat(DiskSpace.of(folder).read().state()).isNotEqualTo(DiskSpace.State.AWAY);
    assertThat(DiskSpace.of(folder.resolve("missing")).read().state())
        .isEqualTo(DiskSpace.State.AWAY);
  }

  @Test
  void the_page_says_it_in_both_languages() {
    Texts texts = Texts.load(List.of("web", "home"));
    for (Language language : Language.values()) {
      Formats f = new Formats(language);
      assertThat(
              texts.in(language).get("home.health.disk.few", List.of(f.space(512), f.space(1024))))
          .contains(
              "512 MB", f.space(1024), language == Language.ID ? "hampir penuh" : "nearly full");
    }
  }
}
