package id.gaung.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.kernel.Nets;
import id.gaung.kernel.Rupiah;
import id.gaung.kernel.Week;
import id.gaung.platform.Metric;
import id.gaung.report.PageOne.PostLine;
import id.gaung.report.PageOne.WeekFigures;
import id.gaung.report.WeeklyReports.ReviseReport;
import id.gaung.web.Formats;
import id.gaung.web.Language;
import id.gaung.web.Texts;
import id.gaung.web.Translator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the first page counts and freezes. */
@Tag("database")
class PageOneTest {

  private static final Week W48 = Week.parse("2026-W48").orElseThrow();
  private static final Translator T =
      Texts.load(List.of("web", "platform", "engagement", "report")).in(Language.ID);
  private static final Formats F = new Formats(Language.ID);

  private final ReportWorld world = new ReportWorld();
  private final UUID campaign = world.campaign("Pasar Inpres", 5_000_000);
  private final UUID bluesky = world.channel(Nets.BLUESKY);
  private final UUID mastodon = world.channel(Nets.MASTODON);
  private final UUID instagram = world.channel(Nets.INSTAGRAM);

  @AfterEach
  void close() {
    world.close();
  }

  private ReportDocument report(Week week) {
    world.at("2026-12-10T09:00:00");
    world.reports.makeDue();
    return world.reports.get(week, Optional.empty()).read();
  }

  private static PageOne page(ReportDocument report) {
    return report.pageOne().orElseThrow();
  }

  @Test
  void a_post_counts_once_and_is_out_when_one_account_shows_it() {
    UUID post = world.post(campaign);
    world.published(post, bluesky, "2026-11-24T10:00:00");
    world.published(post, instagram, "2026-11-24T10:00:00");
    world.rendition(post, mastodon, "2026-11-24T10:00:00", "FAILED");
    world.rendition(world.post(campaign), bluesky, "2026-11-25T10:00:00", "MISSED");
    ReportDocument report = report(W48);
    assertThat(List.of(page(report).planned(), page(report).published())).containsExactly(2, 1);
    assertThat(page(report).posts())
        .extracting(PostLine::shown, line -> line.accounts().size())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(2, 3), org.assertj.core.groups.Tuple.tuple(0, 1));
    // Rates and sums stay what they were: per account.
    assertThat(List.of(report.plan().planned(), report.plan().published())).containsExactly(4, 2);
  }

  @Test
  void a_post_over_two_weeks_belongs_to_that_of_its_earliest_account() {
    UUID post = world.post(campaign);
    world.at("2026-11-16T10:00:00");
    world.published(post, bluesky, "2026-11-22T20:00:00");
    world.published(post, mastodon, "2026-11-23T08:00:00");
    world.published(world.post(campaign), mastodon, "2026-11-24T08:00:00");
    PageOne next = page(report(W48));
    assertThat(List.of(next.planned(), next.published())).containsExactly(1, 1);
    PageOne first = page(report(W48.previous()));
    assertThat(List.of(first.planned(), first.published())).containsExactly(1, 1);
    assertThat(first.posts().get(0).shown()).isEqualTo(1);
  }

  @Test
  void a_post_that_was_moved_out_of_the_week_is_planned_in_both_and_out_in_one() {
    world.at("2026-11-20T10:00:00");
    UUID post = world.rendition(world.post(campaign), bluesky, "2026-11-25T10:00:00", "SCHEDULED");
    world.published(world.post(campaign), mastodon, "2026-11-24T08:00:00");
    world.moved(post, "2026-11-24T09:00:00", "2026-12-01T10:00:00");
    world.out(post, "2026-12-01T10:00:00");
    PageOne moved = page(report(W48));
    assertThat(List.of(moved.planned(), moved.published())).containsExactly(2, 1);
    PageOne next = page(report(W48.next()));
    assertThat(List.of(next.planned(), next.published())).containsExactly(1, 1);
  }

  @Test
  void campaigns_their_money_and_their_targets_are_frozen() {
    world.run(
        "update campaign set target_posts = 30, target_interactions = 500 where id = :id",
        Map.of("id", campaign));
    UUID out = world.post(campaign, world.product("Kopi", "64.71.02"));
    UUID later = world.post(campaign);
    UUID a = world.published(out, bluesky, "2026-11-24T10:00:00");
    UUID b = world.published(out, instagram, "2026-11-24T10:00:00");
    world.offer(campaign, 900_000, 2, List.of(out, later));
    world.likes(a, "2026-11-29T23:30:00", 12);
    world.likes(b, "2026-11-29T23:30:00", 40);
    world.read(b, Metric.SAVES, "2026-11-29T23:30:00", 4);
    // A part of the interactions is no number of interactions, on no page.
    UUID partly = world.published(world.post(campaign), instagram, "2026-11-24T11:00:00");
    world.read(partly, Metric.LIKES, "2026-11-29T23:30:00", 500);
    ReportDocument report = report(W48);
    PageOne.CampaignLine line = page(report).campaigns().get(0);
    assertThat(line.used()).isEqualTo(new Rupiah(450_000));
    assertThat(line.promised()).isEqualTo(new Rupiah(450_000));
    assertThat(line.offered()).isEqualTo(Rupiah.ZERO);
    assertThat(line.targetPosts()).contains(30L);
    assertThat(line.posts()).isEqualTo(2);
    assertThat(line.interactions()).contains(56L);
    assertThat(line.views()).isEmpty();
    PageOne.Best best = page(report).best().get(0);
    assertThat(best.name()).isEqualTo("Kopi");
    assertThat(best.interactions()).isEqualTo(56);
    assertThat(best.networks()).hasSize(2);
    String before = world.reports.get(W48, Optional.empty()).document();
    world.run("update campaign set budget_rupiah = 1 where id = :id", Map.of("id", campaign));
    assertThat(world.reports.get(W48, Optional.empty()).document()).isEqualTo(before);
  }

  @Test
  void eight_weeks_are_frozen_and_a_week_without_a_report_is_no_zero() {
    world.published(world.post(campaign), bluesky, "2026-11-17T10:00:00");
    UUID post = world.published(world.post(campaign), bluesky, "2026-11-24T10:00:00");
    world.likes(post, "2026-11-29T23:30:00", 40);
    List<WeekFigures> weeks = page(report(W48)).weeks();
    assertThat(weeks).hasSize(8);
    assertThat(weeks.get(7).interactions()).contains(40L);
    assertThat(weeks.get(7).published()).contains(1);
    assertThat(weeks.get(6).published()).contains(1);
    assertThat(weeks.get(6).interactions()).isEmpty();
    assertThat(weeks.get(5).version()).isEmpty();
    assertThat(weeks.get(5).published()).isEmpty();
  }

  @Test
  void the_sentence_says_what_the_figures_say() {
    UUID before = world.published(world.post(campaign), bluesky, "2026-11-17T10:00:00");
    UUID post = world.published(world.post(campaign), bluesky, "2026-11-24T10:00:00");
    world.likes(before, "2026-11-22T23:30:00", 100);
    world.likes(before, "2026-11-29T23:30:00", 100);
    world.likes(post, "2026-11-29T23:30:00", 80);
    assertThat(new Conclusion(report(W48), T, F).sentence())
        .isEqualTo("Interaksi turun 20\u00a0% menjadi 80.");
    assertThat(new Conclusion(report(W48.next()), T, F).sentence())
        .isEqualTo("Interaksi pekan ini belum diketahui.");
  }

  /** A document of the first format has no first page, and neither a zero in place of one. */
  @Test
  void an_older_version_says_that_it_has_no_charts_and_does_not_differ_in_counts() {
    UUID post = world.published(world.post(campaign), bluesky, "2026-11-24T10:00:00");
    world.likes(post, "2026-11-29T23:30:00", 40);
    ReportDocument now = report(W48);
    String text =
        Canonical.write(now)
            .replaceFirst(",\"pageOne\":\\{.*?\\},\"plan\"", ",\"plan\"")
            .replace("\"format\":2", "\"format\":1");
    ReportDocument old = Canonical.read(text);
    assertThat(old.pageOne()).isEmpty();
    assertThat(Differences.between(old, now)).isEmpty();
    assertThat(FigureTile.of(old, T, F))
        .allSatisfy(tile -> assertThat(tile.line()).isEmpty())
        .allSatisfy(tile -> assertThat(tile.notes()).contains("tidak ada di versi ini"));
    assertThat(new Conclusion(old, T, F).sentence()).startsWith("Pekan ini 40 interaksi");
  }

  @Test
  void a_revision_is_shown_before_it_is_asked_for() {
    UUID post = world.published(world.post(campaign), bluesky, "2026-11-24T10:00:00");
    world.likes(post, "2026-11-29T23:30:00", 40);
    report(W48);
    assertThat(world.reports.revision(W48).differences()).isEmpty();
    world.read(post, Metric.LIKES, "2026-11-29T23:45:00", 55);
    List<Difference> shown = world.reports.revision(W48).differences();
    assertThat(shown).isNotEmpty();
    assertThat(world.reports.versions(W48)).hasSize(1);
    world.reports.revise(ReportWorld.STAFF, W48, new ReviseReport(1, "Data susulan"));
    assertThat(world.reports.get(W48, Optional.empty()).read().differences()).isEqualTo(shown);
  }
}
