package id.gaung.collaboration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What waits for whom among offers and deliverables. Reads alone. */
public final class WorkCounts {

  private static final Duration SOON = Duration.ofHours(24);
  private static final Duration RECENTLY = Duration.ofDays(7);

  private final WorkCountsDao dao;

  public WorkCounts(Jdbi jdbi) {
    this.dao = jdbi.onDemand(WorkCountsDao.class);
  }

  public StaffWork ofStaff() {
    return dao.ofStaff();
  }

  /**
   * Campaigns with offers whose answer is due within 24 hours, or whose time ran out without an
   * answer in the last seven days; the most urgent first.
   */
  public List<UrgentOffers> urgentOffers(Instant now) {
    return dao.urgentOffers(now, now.plus(SOON), now.minus(RECENTLY));
  }

  /** What waits for creators, by campaign; the earliest due first. */
  public List<CreatorsTurn> ofCreators(Instant now) {
    return dao.ofCreators(now);
  }

  /** What waits for one creator, by campaign, by the same rule. */
  public List<CreatorsTurn> ofCreator(UUID creatorId, Instant now) {
    return dao.ofCreator(creatorId, now);
  }
}
