package id.gaung.report;

import java.util.List;

/** Everything a week's report is made of, read in one state of the database. */
record Gathered(
    List<PublishedRow> measured,
    List<ProductRow> products,
    List<ObservedRow> observed,
    List<GapRow> gaps,
    List<FollowersRow> followersAtPublication,
    List<FollowerEndsRow> followers,
    List<FollowerReadingRow> followerReadings,
    List<DueRow> due,
    List<FeeRow> fees,
    List<SiblingRow> siblings,
    List<CampaignBudget> campaigns,
    List<KecamatanRow> kecamatan) {}
