package id.gaung.publishing;

import id.gaung.audit.Foundation;
import id.gaung.collaboration.Deliverables;
import id.gaung.kernel.Actor;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of deliverables whose post came to nothing and that were not told of it when it did, as
 * {@link PostEnds} does today. They were found by a migration, which cannot write the audit log;
 * each is told once, whoever of the cluster starts first.
 */
final class UntoldEnds {

  private static final Logger LOG = LoggerFactory.getLogger(UntoldEnds.class);
  private static final Actor ACTOR = Actor.system("publishing");

  private final Foundation foundation;
  private final UntoldDao dao;
  private final Deliverables deliverables;

  UntoldEnds(Foundation foundation, Deliverables deliverables) {
    this.foundation = foundation;
    this.dao = foundation.jdbi().onDemand(UntoldDao.class);
    this.deliverables = deliverables;
  }

  /** Never throws: what cannot be told now is told at the next start. */
  void tell() {
    try {
      foundation.transactions().run(() -> tell(dao.take()));
    } catch (RuntimeException failed) {
      LOG.error("Deliverables whose posts came to nothing could not be told of it", failed);
    }
  }

  private void tell(List<UntoldDao.Row> untold) {
    List<UUID> missed = ids(untold, false);
    List<UUID> calledOff = ids(untold, true);
    if (!missed.isEmpty()) {
      deliverables.missed(missed, ACTOR);
    }
    if (!calledOff.isEmpty()) {
      deliverables.backToApproved(calledOff, ACTOR);
    }
  }

  private static List<UUID> ids(List<UntoldDao.Row> untold, boolean calledOff) {
    return untold.stream()
        .filter(row -> !row.again() && row.calledOff() == calledOff)
        .map(UntoldDao.Row::deliverableId)
        .toList();
  }

  /** Empties the table. */
  interface UntoldDao {

    /**
     * @param calledOff whether the last rendition to end was called off; else it failed or was
     *     missed
     * @param again whether it was scheduled again since it was found
     */
    record Row(UUID deliverableId, boolean calledOff, boolean again) {}

    @SqlQuery(
        """
        delete from untold_end u
        returning u.deliverable_id, u.called_off, exists (
          select from post p join rendition r on r.post_id = p.id
          where p.deliverable_id = u.deliverable_id
            and r.state not in ('MISSED', 'CANCELLED', 'FAILED')) as again
        """)
    List<Row> take();
  }
}
