package id.gaung.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.kernel.Nets;
import id.gaung.platform.Failure;
import id.gaung.report.Unpublished.Reason;
import id.gaung.web.Formats;
import id.gaung.web.Language;
import id.gaung.web.Texts;
import id.gaung.web.Translator;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NumberWordsTest {

  private static final UUID ID = new UUID(0, 1);

  private final Translator t =
      Texts.load(List.of("report", "platform", "publishing")).in(Language.ID);

  @ParameterizedTest
  @EnumSource(Failure.Kind.class)
  void what_has_failed_for_good_is_never_said_to_be_tried_again(Failure.Kind kind) {
    assertThat(said(Reason.FAILED, kind))
        .startsWith("Gagal diterbitkan")
        .doesNotContain("Gaung mencoba lagi")
        .doesNotContain("{0}");
  }

  @Test
  void what_is_still_tried_is_said_to_be() {
    assertThat(said(Reason.RETRYING, Failure.Kind.TRANSIENT)).contains("Gaung mencoba lagi");
  }

  @Test
  void the_beginning_of_a_post_is_what_tells_it_from_others() {
    assertThat(PostRows.beginning("Iklan – kerja sama DKUMKMP Kota Balikpapan.\nKopi  susu\n"))
        .isEqualTo("Kopi susu");
  }

  @Test
  void what_both_ends_of_a_range_have_in_common_is_said_once() {
    assertThat(NumberWords.range("Rp760", "Rp940")).isEqualTo("Rp760–940");
    assertThat(NumberWords.range("2,1\u00a0%", "2,5\u00a0%")).isEqualTo("2,1–2,5\u00a0%");
    assertThat(NumberWords.range("3.100", "5.700")).isEqualTo("3.100–5.700");
  }

  private String said(Reason reason, Failure.Kind kind) {
    Unpublished post =
        new Unpublished(
            ID,
            ID,
            ID,
            "Kopi",
            "@kopi",
            Nets.BLUESKY,
            Instant.EPOCH,
            "Kopi",
            reason,
            Optional.of(kind.name()),
            Optional.empty(),
            List.of(),
            Optional.empty());
    return NumberWords.unpublished(post, t, new Formats(Language.ID));
  }
}
