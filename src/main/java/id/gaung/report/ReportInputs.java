package id.gaung.report;

import id.gaung.kernel.Network;
import id.gaung.kernel.Rupiah;
import id.gaung.platform.Figure;
import id.gaung.platform.Metric;
import id.gaung.report.FiguresDao.DueRow;
import id.gaung.report.FiguresDao.EventRow;
import id.gaung.report.FiguresDao.FeeRow;
import id.gaung.report.FiguresDao.KecamatanRow;
import id.gaung.report.FiguresDao.SiblingRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Everything a week's report is made of, read in one state of the database. */
public record ReportInputs(
    List<PublishedRow> measured,
    List<ProductRow> products,
    List<ObservedRow> observed,
    List<ObservedRow> openings,
    List<GapRow> gaps,
    List<DeletedRow> deleted,
    List<FollowersRow> followersAtPublication,
    List<FollowerEndsRow> followers,
    List<FollowerReadingRow> followerReadings,
    List<DueRow> planned,
    List<DueRow> beyondPlan,
    List<EventRow> events,
    List<FeeRow> fees,
    List<SiblingRow> siblings,
    List<CampaignBudget> campaigns,
    List<KecamatanRow> kecamatan,
    List<UmkmLine> umkm,
    List<CountedAnew> countedAnew,
    PageOneLines.Inputs pageOne) {

  /** A campaign that ran in the week, and its budget. */
  public record CampaignBudget(UUID campaignId, String campaign, Rupiah budget) {}

  /** A channel's followers at both ends of a week. */
  public record FollowerEndsRow(
      UUID channelId,
      String channel,
      Network network,
      Optional<Long> atStart,
      Optional<Long> atEnd) {}

  /** How many followed a channel when the network was asked, or somebody typed it. */
  public record FollowerReadingRow(UUID channelId, Instant observedAt, long value, boolean typed) {}

  /** A post's channel's followers when it came out. */
  public record FollowersRow(UUID renditionId, long followers) {}

  /** Why the last reading of a metric before the cut gave no value. */
  public record GapRow(UUID renditionId, Metric metric, Figure.Gap gap) {}

  /** Up to when readings of a metric were deleted, since its network's terms ask for that. */
  public record DeletedRow(UUID renditionId, Metric metric, Instant until) {}

  /**
   * The last valid value of a metric before the end of some week.
   *
   * @param typed whether a person counted, and not the network
   */
  public record ObservedRow(
      UUID renditionId, Metric metric, Instant observedAt, long value, boolean typed) {

    /** The later one; of two at the same instant the typed one. */
    ObservedRow orLater(ObservedRow other) {
      int order = observedAt.compareTo(other.observedAt());
      return order > 0 || (order == 0 && typed) ? this : other;
    }
  }

  /** A product that a post shows. */
  public record ProductRow(
      UUID postId,
      UUID productId,
      String product,
      UUID umkmId,
      String umkm,
      String kecamatanCode,
      String kecamatan,
      Optional<UUID> photoId) {}

  /**
   * A post that is measured in the week, as the database has it.
   *
   * @param removedAt when it was found deleted, if it was
   * @param frozenAt when measuring ended, because it was deleted or its ladder was climbed: from
   *     then on its last value stands
   * @param measurable whether its network's id is known, so that its counts can be read
   * @param hidden whether at the week's end it stood on its account and its network did not show it
   * @param beside whether it came out beside Gaung; then it has a campaign only if somebody linked
   *     it
   * @param outside whether it is on its creator's own account
   * @param opening whether it was out before Gaung could look: what was counted first is no
   *     movement
   */
  public record PublishedRow(
      UUID id,
      UUID postId,
      Optional<UUID> campaignId,
      Optional<String> campaign,
      UUID channelId,
      String channel,
      Network network,
      String text,
      Instant publishedAt,
      Optional<String> remoteUrl,
      Optional<Instant> removedAt,
      Optional<Instant> frozenAt,
      Optional<String> creator,
      boolean measurable,
      boolean hidden,
      boolean beside,
      boolean outside,
      boolean opening) {}

  /** An UMKM that was registered at the week's end: the rows behind the count of its kecamatan. */
  public record UmkmLine(UUID umkmId, String umkm, String kecamatanCode) {}
}
