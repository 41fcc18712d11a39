package id.gaung.home;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.home.HealthPages.Health;
import id.gaung.home.HealthPages.Line;
import id.gaung.jobs.JobWatch.Condition;
import id.gaung.jobs.JobWatch.JobState;
import id.gaung.web.Rendering;
import id.gaung.web.View;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** The head of the page of health says what its rows say. */
class HealthWordsTest {

  private static final Rendering RENDERING = new Rendering("web", "home");

  private static Document page(Condition... conditions) {
    List<JobState> jobs =
        Arrays.stream(conditions)
            .map(
                condition ->
                    new JobState(
                        "weekly-reports",
                        condition,
                        condition == Condition.NOT_YET
                            ? Optional.empty()
                            : Optional.of(Instant.EPOCH),
                        0,
                        ""))
            .toList();
    return Jsoup.parse(
        RENDERING.of(
            new View(
                "home/health.jte",
                new Health(List.of(Line.of(true, "home.health.publishing.well", 0L)), jobs))));
  }

  @Test
  void right_after_a_start_nothing_is_said_to_run_well() {
    Document page = page(Condition.NOT_YET, Condition.NOT_YET);
    assertThat(page.select(".note[role=status]:not([hidden])").text())
        .isEqualTo("Server baru dimulai; pekerjaan pertama berjalan dalam beberapa menit.");
    assertThat(page.select("section:has(#jobs) li").first().text())
        .as("a row says it once")
        .isEqualTo("Membuat laporan mingguan Belum berjalan");
  }

  @Test
  void some_that_wait_for_their_turn_are_counted() {
    assertThat(page(Condition.WELL, Condition.NOT_YET).select(".note.ok").text())
        .contains("1 pekerjaan belum mendapat giliran");
    assertThat(page(Condition.WELL).select(".note.ok").text()).isEqualTo("Semuanya berjalan baik.");
  }

  @Test
  void publishing_with_nothing_under_way_says_so_without_a_zero() {
    assertThat(page(Condition.WELL).select("section:has(#parts) li p").text())
        .isEqualTo("Unggahan terbit pada waktunya, tidak ada yang menunggu.");
  }
}
