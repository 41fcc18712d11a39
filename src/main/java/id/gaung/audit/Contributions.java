package id.gaung.audit;

import id.gaung.kernel.Actor;
import id.gaung.kernel.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * Who contributed to what: the one place where "nobody approves what they contributed to" is asked,
 * for campaigns with their budget and brief, for posts, for creators' work. Every edit records its
 * person; nothing is ever forgotten, whoever touched the thing last.
 */
public final class Contributions {

  private final ContributionDao dao;
  private final Clock clock;

  public Contributions(Foundation foundation) {
    this.dao = foundation.jdbi().onDemand(ContributionDao.class);
    this.clock = foundation.clock();
  }

  /** What is contributed to. A brief, and a post's renditions, have the id of the whole. */
  public enum Kind {
    CAMPAIGN,
    BRIEF,
    POST,
    DELIVERABLE;

    String column() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * Says that this person contributed; to be called by each edit, in its transaction. What Gaung
   * itself does is nobody's contribution.
   *
   * @param version of what was edited, as it is from now on
   */
  public void record(Actor by, Kind kind, UUID id, int version) {
    if (by.kind() == Actor.Kind.PERSON) {
      by.id().ifPresent(person -> record(person, kind, id, version));
    }
  }

  /** The same of a person who does not act by an account, such as a creator by a link. */
  public void record(UUID person, Kind kind, UUID id, int version) {
    dao.insert(kind.column(), id, version, person, clock.instant());
  }

  /** Whether this person ever contributed to any of these kinds of it. */
  public boolean isOwn(Actor by, UUID id, Kind... kinds) {
    List<String> columns = Arrays.stream(kinds).map(Kind::column).toList();
    return by.kind() == Actor.Kind.PERSON
        && by.id().filter(person -> dao.exists(columns, id, person)).isPresent();
  }

  /**
   * @throws Problem forbidden if this person contributed to it
   */
  public void refuseOwn(Actor by, UUID id, Kind... kinds) {
    if (isOwn(by, id, kinds)) {
      throw Problem.forbidden("problem.own-work");
    }
  }

  interface ContributionDao {

    @SqlUpdate(
        """
        insert into contribution (subject_kind, subject_id, version, person_id, at)
        values (:kind, :id, :version, :personId, :at) on conflict do nothing
        """)
    void insert(String kind, UUID id, int version, UUID personId, Instant at);

    @SqlQuery(
        """
        select exists (
          select from contribution
          where subject_kind = any(:kinds) and subject_id = :id and person_id = :personId)
        """)
    boolean exists(Collection<String> kinds, UUID id, UUID personId);
  }
}
