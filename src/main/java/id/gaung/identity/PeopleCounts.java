package id.gaung.identity;

import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/** Which people wait for the administrator. Reads alone. */
public final class PeopleCounts {

  private final PeopleCountsDao dao;

  public PeopleCounts(Jdbi jdbi) {
    this.dao = jdbi.onDemand(PeopleCountsDao.class);
  }

  /**
   * Active people who cannot get in: no password, no session, and no sign-in link that still opens.
   */
  public long withoutWayIn(Instant now) {
    return dao.withoutWayIn(now);
  }
}
