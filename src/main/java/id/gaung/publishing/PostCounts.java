package id.gaung.publishing;

import id.gaung.kernel.Wita;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
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

  /** What posts are called; one with neither content nor product is left out. */
  Map<UUID, String> names(Collection<UUID> postIds) {
    return postIds.isEmpty() ? Map.of() : dao.names(postIds);
  }

  /**
   * Counts of posts, each one however many accounts it is for.
   *
   * @param today due today (WITA) where they are due first, whatever became of them, except those
   *     called off or not agreed to
   * @param publishedToday those of today that at least one account shows
   * @param failed on at least one account, as the next two; of failed, missed and to be reviewed
   *     those whose campaign is not over, since nothing can be done about the others
   * @param uncertain of which nobody knows whether they are out
   * @param toReview composed by others, waiting to be looked at
   * @param stopped whether everything is stopped
   */
  public record PostWork(
      long today,
      long publishedToday,
      long failed,
      long missed,
      long uncertain,
      long toReview,
      boolean stopped) {}
}
