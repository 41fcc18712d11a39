package id.gaung.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.platform.Evidence;
import id.gaung.platform.Failure;
import id.gaung.platform.LookUp;
import id.gaung.platform.PublishStep;
import id.gaung.web.Language;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page says one thing of an attempt, in one word. */
class OneWordTest extends PostsWorld {

  private static final Pattern DENIES =
      Pattern.compile(
          "tanpa jawaban|tidak (?:ada jawaban|menjawab)|jawaban[^.]*tidak (?:sampai|ada)",
          Pattern.CASE_INSENSITIVE);

  private String pageOfUncertain(Failure failure) {
    UUID id = publishing.posts().compose(world.staff, post(approved(), on(channel)));
    network.then(call -> new PublishStep.Unknown(failure));
    network.lookUpScript.add(LookUp.Undecided.because(Evidence.Kind.LIST_TOO_SHORT));
    stepTo(EVENING);
    publishing.engine().runOnce();
    world.clock.step(Duration.ofSeconds(10));
    publishing.engine().runOnce();
    assertThat(only(id).state()).isEqualTo(RenditionState.UNCERTAIN);
    PostsPages pages = publishing.doors().pages();
    return Jsoup.parse(render(pages.show(viewer(world.staff), id, ""))).text();
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP 500, Internal Server Error",
    "HTTP 503, ''",
    "HTTP 502, Bad Gateway",
    "UNREADABLE, ''"
  })
  void what_answered_is_nowhere_said_not_to_have_answered(String code, String words) {
    String page = pageOfUncertain(Failure.of(Failure.Kind.TRANSIENT, code, words));
    assertThat(page).contains("Hasil belum diketahui").doesNotContainPattern(DENIES);
    assertThat(page)
        .contains(
            code.startsWith("HTTP")
                ? "Media sosial menjawab: " + code
                : "Jawaban media sosial tidak dapat dibaca");
  }

  @Test
  void what_did_not_answer_is_said_so() {
    assertThat(pageOfUncertain(Failure.of(Failure.Kind.TRANSIENT, "NO_ANSWER", "")))
        .contains("Hasil belum diketahui", "Tidak ada jawaban yang sampai dari media sosial");
  }

  /** A social network is "media sosial" everywhere; "jaringan" is what computers hang on. */
  @Test
  void a_network_has_one_word() {
    assertThat(TEXTS.all(Language.ID).entrySet())
        .filteredOn(
            entry -> entry.getValue().toLowerCase(java.util.Locale.ROOT).contains("jaringan"))
        .isEmpty();
    assertThat(List.of("publishing.turn.UNCERTAIN", "publishing.outcome.UNKNOWN"))
        .allSatisfy(
            key -> assertThat(TEXTS.all(Language.ID).get(key)).doesNotContainPattern(DENIES));
  }
}
