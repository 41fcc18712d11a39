package id.gaung.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.engagement.EngagementPages.Show;
import id.gaung.engagement.EngagementPages.Show.NamedFigure;
import id.gaung.engagement.EngagementPages.Show.ReadingRow;
import id.gaung.engagement.SubjectDao.Subject;
import id.gaung.platform.Figure;
import id.gaung.platform.Metric;
import id.gaung.web.Language;
import id.gaung.web.Texts;
import id.gaung.web.Translator;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the page of a post's figures says, and what it leaves to a sentence. */
class EngagementPageTest {

  private static final Instant AT = Instant.parse("2026-11-24T01:00:00Z");
  private static final UUID ID = new UUID(0, 1);
  private static final Translator T = Texts.load(List.of("web", "engagement")).in(Language.ID);

  private static Snapshot read(Metric metric, Optional<Long> value, Optional<Figure.Gap> gap) {
    return new Snapshot(ID, metric, value, gap, AT, Snapshot.Source.API);
  }

  private static Show show(String text, Map<Metric, Snapshot> counts, List<ReadingRow> readings) {
    Subject subject =
        new Subject(
            ID,
            Optional.of(ID),
            Optional.of("Rasa"),
            "Kota",
            text,
            AT,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    List<NamedFigure> figures =
        List.of(
            new NamedFigure("er-followers", Optional.of(new BigDecimal("4.75"))),
            new NamedFigure("er-reach", Optional.empty()));
    return new Show(
        null,
        subject,
        List.of(Metric.values()),
        counts,
        figures,
        readings,
        List.of(),
        false,
        true,
        true,
        Optional.empty());
  }

  @Test
  void what_the_network_does_not_offer_has_no_tile_and_is_named_in_a_sentence() {
    Snapshot likes = read(Metric.LIKES, Optional.of(46L), Optional.empty());
    Show page =
        show(
            "Kopi",
            Map.of(Metric.LIKES, likes),
            List.of(
                new ReadingRow(
                    AT,
                    Map.of(
                        Metric.LIKES,
                        likes,
                        Metric.VIEWS,
                        read(Metric.VIEWS, Optional.empty(), Optional.of(Figure.Gap.NOT_OFFERED)),
                        Metric.REACH,
                        read(Metric.REACH, Optional.empty(), Optional.of(Figure.Gap.NOT_OFFERED)),
                        Metric.SAVES,
                        read(Metric.SAVES, Optional.empty(), Optional.of(Figure.Gap.HIDDEN))))));
    assertThat(page.tiles())
        .as("what is hidden or not read yet may come and keeps its place")
        .containsExactly(Metric.LIKES, Metric.COMMENTS, Metric.SHARES, Metric.SAVES);
    assertThat(T.together(page.unoffered(T))).isEqualTo("tayangan dan jangkauan");
    assertThat(page.figured()).extracting(NamedFigure::key).containsExactly("er-followers");
    assertThat(page.unfigured(T)).containsExactly("Tingkat interaksi (ER) menurut jangkauan");
  }

  @Test
  void a_count_that_was_known_once_keeps_its_tile() {
    Snapshot views = read(Metric.VIEWS, Optional.of(900L), Optional.empty());
    Show page =
        show(
            "Kopi",
            Map.of(Metric.VIEWS, views),
            List.of(
                new ReadingRow(
                    AT,
                    Map.of(
                        Metric.VIEWS,
                        read(
                            Metric.VIEWS,
                            Optional.empty(),
                            Optional.of(Figure.Gap.NOT_OFFERED))))));
    assertThat(page.tiles()).contains(Metric.VIEWS);
  }

  @Test
  void a_text_of_which_the_beginning_is_known_ends_with_a_whole_word() {
    String known = "Buatan Dapur Pesisir ".repeat(6).substring(0, SubjectDao.TEXT);
    assertThat(show(known, Map.of(), List.of()).text()).endsWith(" Buatan Dapur…");
    String sentences = "Buatan kami, asli. ".repeat(7).substring(0, SubjectDao.TEXT);
    assertThat(show(sentences, Map.of(), List.of()).text())
        .as("one sign at the end, not two")
        .endsWith("Buatan kami, asli…");
    assertThat(show("Kopi susu", Map.of(), List.of()).text()).isEqualTo("Kopi susu");
  }
}
