package id.gaung.publishing;

import id.gaung.audit.Foundation;
import id.gaung.collaboration.Deliverables;
import id.gaung.kernel.Actor;
import java.util.List;
import java.util.UUID;
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
}
