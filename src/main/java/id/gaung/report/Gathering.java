package id.gaung.report;

import id.gaung.audit.Foundation;
import id.gaung.db.Transactions;
import id.gaung.kernel.Week;
import id.gaung.platform.CountedMetrics;
import id.gaung.platform.Metric;
import id.gaung.report.FiguresDao.DueRow;
import id.gaung.report.PageOneDao.AccountRow;
import id.gaung.report.PageOneDao.CampaignRow;
import id.gaung.report.ReportInputs.PublishedRow;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads what a week's report is made of: a fixed number of statements, whatever the week holds. */
final class Gathering {

  private static final List<String> METRICS =
      Arrays.stream(Metric.values()).map(Metric::name).toList();

  private final Transactions transactions;
  private final FiguresDao figures;
  private final PageOneDao pageOne;

  Gathering(Foundation foundation) {
    this.transactions = foundation.transactions();
    this.figures = foundation.jdbi().onDemand(FiguresDao.class);
    this.pageOne = foundation.jdbi().onDemand(PageOneDao.class);
  }

  /** The week in which the first post came out. */
  Optional<Week> first() {
    return figures.firstPublished().map(Week::of);
  }

  /** Must be called outside any transaction: it begins one that only reads. */
  ReportInputs of(Week week) {
    return transactions.call(
        () -> {
          figures.beginReading();
          return read(week);
        });
  }

  private ReportInputs read(Week week) {
    Instant start = week.start();
    Instant cut = week.end();
    List<PublishedRow> measured = figures.measured(week.label(), start, cut);
    List<UUID> ids = measured.stream().map(PublishedRow::id).toList();
    List<UUID> posts = measured.stream().map(PublishedRow::postId).distinct().toList();
    List<DueRow> planned = figures.planned(start);
    List<DueRow> beyondPlan = figures.beyondPlan(start, cut);
    List<UUID> ofPlan =
        Stream.concat(planned.stream(), beyondPlan.stream())
            .map(DueRow::postId)
            .distinct()
            .toList();
    List<UUID> all = Stream.concat(posts.stream(), ofPlan.stream()).distinct().toList();
    return new ReportInputs(
        measured,
        figures.products(all),
        figures.observed(ids, METRICS, cut),
        figures.openings(
            measured.stream().filter(PublishedRow::opening).map(PublishedRow::id).toList(),
            METRICS,
            cut),
        figures.gaps(ids, METRICS, cut),
        pageOne.deleted(ids),
        figures.followersAtPublication(ids, cut),
        figures.followers(start, cut),
        figures.followerReadings(start, cut),
        planned,
        beyondPlan,
        figures.events(
            Stream.concat(planned.stream(), beyondPlan.stream()).map(DueRow::id).toList()),
        figures.fees(posts),
        figures.siblings(posts),
        figures.campaigns(week.monday(), week.sunday()),
        figures.kecamatan(),
        figures.umkm(cut),
        pageOne.countedAnew(week.sunday()),
        pageOne(week, ofPlan, all));
  }

  private PageOneLines.Inputs pageOne(Week week, List<UUID> ofPlan, List<UUID> all) {
    Instant cut = week.end();
    List<AccountRow> accounts = pageOne.accounts(ofPlan);
    List<CampaignRow> campaigns = pageOne.campaigns(week.monday(), week.sunday(), cut);
    return new PageOneLines.Inputs(
        accounts,
        pageOne.plannedBefore(accounts.stream().map(AccountRow::id).toList(), week.start()),
        pageOne.pictures(all),
        campaigns,
        pageOne.reached(
            campaigns.stream().map(CampaignRow::campaignId).toList(), CountedMetrics.ofAll(), cut));
  }
}
