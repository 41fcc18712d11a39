package id.gaung.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.kernel.Nets;
import id.gaung.kernel.Week;
import id.gaung.web.Formats;
import id.gaung.web.Language;
import id.gaung.web.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Posts that stand on their account and are not shown by their network are counted apart. */
@Tag("database")
class HiddenPostsTest {

  private static final Week W47 = Week.parse("2026-W47").orElseThrow();
  private static final Week W48 = Week.parse("2026-W48").orElseThrow();

  private final ReportWorld world = new ReportWorld();
  private final UUID campaign = world.campaign("Pasar Inpres", 5_000_000);
  private final UUID bluesky = world.channel(Nets.BLUESKY);

  @AfterEach
  void close() {
    world.close();
  }

  private UUID post(String at) {
    return world.published(world.post(campaign), bluesky, at);
  }

  private void hidden(UUID post, String since, String until) {
    world.run(
        """
        insert into hidden_span (rendition_id, since, until)
        values (:id, :since, cast(nullif(:until, '') as timestamptz))
        """,
        Map.of("id", post, "since", ReportWorld.wita(since), "until", until));
  }

  private ReportDocument report(Week week) {
    return world.reports.get(week, Optional.empty()).read();
  }

  @Test
  void what_was_hidden_at_the_weeks_end_is_counted_whatever_happened_later() {
    UUID still = post("2026-11-17T10:00:00");
    UUID shownAgain = post("2026-11-17T11:00:00");
    UUID shownInTheWeek = post("2026-11-17T12:00:00");
    UUID hiddenLater = post("2026-11-17T13:00:00");
    UUID shown = post("2026-11-17T14:00:00");
    hidden(still, "2026-11-18T08:00:00", "");
    hidden(shownAgain, "2026-11-18T08:00:00", "2026-11-23T08:00:00+08:00");
    hidden(shownInTheWeek, "2026-11-18T08:00:00", "2026-11-20T08:00:00+08:00");
    hidden(hiddenLater, "2026-11-23T00:00:00", "");
    world.at("2026-12-03T09:00:00");
    world.reports.makeDue();

    assertThat(report(W47).coverage()).isEqualTo(new Coverage(0, 5, 2));
    assertThat(
            report(W47).rows().stream().filter(ReportedPost::hidden).map(ReportedPost::renditionId))
        .containsExactlyInAnyOrder(still, shownAgain);
    assertThat(
            report(W48).rows().stream().filter(ReportedPost::hidden).map(ReportedPost::renditionId))
        .containsExactlyInAnyOrder(still, hiddenLater)
        .doesNotContain(shown);

    Texts texts = Texts.load(List.of("web", "platform", "report"));
    for (Language language : Language.values()) {
      String said =
          ReportText.of(
              world.reports.get(W47, Optional.empty()), texts.in(language), new Formats(language));
      assertThat(said)
          .contains(
              language == Language.ID
                  ? "2 unggahan ada di akunnya, tetapi tidak ditampilkan"
                  : "2 posts are on their accounts but were not shown");
    }
    List<String> csv = ReportCsv.of(world.reports.get(W47, Optional.empty())).lines().toList();
    assertThat(csv.get(0)).endsWith(";tidak_ditampilkan_jejaring;sumber_angka");
    assertThat(csv.stream().filter(line -> line.endsWith(";ya;api"))).hasSize(2);
    assertThat(csv.stream().filter(line -> line.endsWith(";tidak;api"))).hasSize(3);
  }

  @Test
  void a_document_from_before_they_were_counted_is_read_as_one_without() {
    post("2026-11-17T10:00:00");
    world.at("2026-12-03T09:00:00");
    world.reports.makeDue();
    String today = world.reports.get(W47, Optional.empty()).document();
    String earlier = today.replaceAll("\"hidden\":(0|false),", "");
    assertThat(earlier).isNotEqualTo(today).doesNotContain("hidden");
    ReportDocument read = Canonical.read(earlier);
    assertThat(read.coverage().hidden()).isZero();
    assertThat(read.rows()).noneMatch(ReportedPost::hidden);
  }
}
