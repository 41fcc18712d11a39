package id.gaung.report;

import id.gaung.report.FiguresDao.DueRow;
import id.gaung.report.FiguresDao.EventRow;
import id.gaung.report.FiguresDao.FeeRow;
import id.gaung.report.FiguresDao.KecamatanRow;
import id.gaung.report.FiguresDao.SiblingRow;
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
    List<DueRow> planned,
    List<DueRow> beyondPlan,
    List<EventRow> events,
    List<FeeRow> fees,
    List<SiblingRow> siblings,
    List<CampaignBudget> campaigns,
    List<KecamatanRow> kecamatan,
    List<UmkmLine> umkm) {}
