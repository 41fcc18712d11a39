package id.gaung.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.kernel.Nets;
import id.gaung.kernel.Week;
import id.gaung.platform.Metric;
import id.gaung.web.Formats;
import id.gaung.web.Language;
import id.gaung.web.Texts;
import id.gaung.web.Translator;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Reports over a day on which a network changed how it counts. */
@Tag("database")
class CountedAnewTest {

  private static final Week W48 = Week.parse("2026-W48").orElseThrow();
  private static final Translator T =
      Texts.load(List.of("web", "platform", "engagement", "report")).in(Language.ID);
  private static final Formats F = new Formats(Language.ID);
  private static final String SAID = "cara hitungnya berubah";

  private final ReportWorld world = new ReportWorld();

  @BeforeEach
  void twoWeeksOfOneNetwork() {
    world.run("delete from count_change", Map.of());
    UUID campaign = world.campaign("Pasar Inpres", 5_000_000);
    UUID channel = world.channel(Nets.INSTAGRAM);
    for (String day : List.of("2026-11-10", "2026-11-17", "2026-11-24")) {
      UUID post = world.published(world.post(campaign), channel, day + "T10:00:00");
      String sunday = LocalDate.parse(day).plusDays(5) + "T23:30:00";
      world.likes(post, sunday, day.endsWith("24") ? 80 : 100);
      world.read(post, Metric.SAVES, sunday, 0);
      world.read(post, Metric.VIEWS, sunday, 1000);
    }
  }

  @AfterEach
  void close() {
    world.close();
  }

  private void changed(String network, String metric, String day) {
    Map<String, Object> row = new HashMap<>(Map.of("network", network, "metric", metric));
    row.put("day", LocalDate.parse(day));
    world.run(
        """
        insert into count_change (id, network, metric, changed_on, text_id, text_en, source)
        values (gen_random_uuid(), :network, nullif(:metric, ''), :day, 'dihitung lain',
          'counted otherwise', 's')
        """,
        row);
  }

  private ReportDocument report() {
    world.at("2026-12-10T09:00:00");
    world.reports.makeDue();
    return world.reports.get(W48, Optional.empty()).read();
  }

  private static List<String> tilesThatSaySo(ReportDocument report) {
    return FigureTile.of(report, T, F).stream()
        .filter(tile -> tile.notes().get(0).contains(SAID))
        .map(FigureTile::label)
        .toList();
  }

  @Test
  void a_report_whose_weeks_lie_on_both_sides_names_the_day() {
    changed("INSTAGRAM", "VIEWS", "2026-11-12");
    ReportDocument report = report();
    assertThat(report.countedAnew())
        .extracting(one -> NumberWords.anew(one, Language.ID, T, F))
        .containsExactly(
            "Instagram mengubah cara menghitung tayangan pada 12 Nov 2026: dihitung lain."
                + " Pekan sebelum dan sesudahnya bukan satu rangkaian.");
    // The rate divides by views.
    assertThat(tilesThatSaySo(report)).containsExactly("Tayangan", "Tingkat interaksi (ER)");
    assertThat(new Conclusion(report, T, F).detail()).contains("Cara menghitung berubah");
    assertThat(report.countedAnew(Measure.INTERACTIONS)).isEmpty();
  }

  @Test
  void interactions_are_not_said_to_have_fallen_where_they_are_counted_otherwise() {
    changed("INSTAGRAM", "LIKES", "2026-11-18");
    ReportDocument report = report();
    assertThat(tilesThatSaySo(report)).contains("Interaksi").doesNotContain("Tayangan");
    assertThat(new Conclusion(report, T, F).sentence())
        .contains("80")
        .doesNotContain("turun", "biasanya");
    assertThat(FigureTile.of(report, T, F).get(2).state()).isEmpty();
  }

  @Test
  void a_change_of_everything_touches_every_measure() {
    changed("INSTAGRAM", "", "2026-11-29");
    ReportDocument report = report();
    for (Measure measure : Measure.values()) {
      assertThat(report.countedAnew(measure)).as(measure.name()).hasSize(1);
    }
    assertThat(NumberWords.anew(report.countedAnew().get(0), Language.ID, T, F))
        .contains("semua angka");
  }

  @Test
  void a_day_before_or_after_its_weeks_and_another_network_are_not_named() {
    changed("INSTAGRAM", "VIEWS", "2026-11-08");
    changed("INSTAGRAM", "VIEWS", "2026-11-30");
    changed("BLUESKY", "LIKES", "2026-11-18");
    ReportDocument report = report();
    assertThat(report.countedAnew()).isEmpty();
    assertThat(tilesThatSaySo(report)).isEmpty();
    assertThat(new Conclusion(report, T, F).sentence()).contains("turun 20");
  }

  @Test
  void a_document_from_before_they_were_kept_is_read_as_one_without() {
    report();
    String today = world.reports.get(W48, Optional.empty()).document();
    String earlier = today.replace("\"countedAnew\":[],", "");
    assertThat(earlier).isNotEqualTo(today).doesNotContain("countedAnew");
    assertThat(Canonical.read(earlier).countedAnew()).isEmpty();
  }

  @Test
  void what_is_frozen_stays_when_the_administrator_takes_the_day_away() {
    changed("INSTAGRAM", "VIEWS", "2026-11-18");
    assertThat(report().countedAnew()).hasSize(1);
    world.run("delete from count_change", Map.of());
    assertThat(report().countedAnew()).hasSize(1);
  }
}
