package id.gaung.publishing;

import id.gaung.kernel.Wita;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** How it stands with today's posts, and which of all wait for a person. Reads alone. */
public final class PostCounts {

  private final PostCountsDao dao;

  public PostCounts(Jdbi jdbi) {
    this.dao = jdbi.onDemand(PostCountsDao.class);
  }

  /**
   * @param personId who asks: nobody reviews their own posts
   */
  public PostWork of(UUID personId, Instant now) {
    LocalDate today = Wita.date(now);
    return dao.of(personId, Wita.startOf(today), Wita.startOf(today.plusDays(1)));
  }
}
