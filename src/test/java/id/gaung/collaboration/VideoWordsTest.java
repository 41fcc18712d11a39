package id.gaung.collaboration;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.web.Formats;
import id.gaung.web.Language;
import id.gaung.web.Texts;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Limits of a video as a creator reads them. */
class VideoWordsTest {

  private static final Duration NONE = Duration.ofDays(1);

  private static VideoWords words(Language language, Duration shortest, Duration longest) {
    VideoLimits limits =
        new VideoLimits(
            "instagram",
            "Instagram",
            shortest,
            longest,
            99_900_000,
            0.5,
            1,
            Integer.MAX_VALUE,
            List.of("video/mp4", "video/quicktime"));
    return new VideoWords(limits, Texts.load(List.of("phone")).in(language), new Formats(language));
  }

  private static String length(Duration shortest, Duration longest) {
    return words(Language.ID, shortest, longest).length();
  }

  @Test
  void a_length_is_told_as_far_as_it_is_limited() {
    assertThat(length(Duration.ofSeconds(3), Duration.ofMinutes(15)))
        .isEqualTo("3 detik – 15 menit");
    assertThat(length(Duration.ofMillis(1), Duration.ofSeconds(140)))
        .isEqualTo("paling lama 2 menit 20 detik");
    assertThat(length(Duration.ofSeconds(3), NONE)).isEqualTo("paling singkat 3 detik");
    assertThat(length(Duration.ZERO, NONE)).isEqualTo("lama bebas");
    assertThat(words(Language.EN, Duration.ofSeconds(1), Duration.ofMinutes(1)).length())
        .isEqualTo("1 second – 1 minute");
  }

  @Test
  void size_shape_and_files_are_those_that_get_in() {
    VideoWords words = words(Language.ID, Duration.ZERO, NONE);
    assertThat(words.size(314_572_800)).isEqualTo("sampai 99 MB");
    assertThat(words.size(50_000_000)).isEqualTo("sampai 50 MB");
    assertThat(words.shape()).isEqualTo("tegak (9:16), persegi (1:1)");
    assertThat(words.files()).isEqualTo("MP4, MOV");
  }
}
