package id.gaung.publishing;

import id.gaung.audit.Foundation;
import id.gaung.collaboration.Deliverables;
import id.gaung.kernel.Actor;
import id.gaung.publishing.PlanHistory.PlanDao;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The one place where renditions end without being out: writes it into the plan's history, and
 * tells of deliverables whose post came to nothing, none of its renditions being out or coming.
 * Joins the caller's transaction; the caller sets the state.
 */
final class PostEnds {

  private final PlanDao dao;
  private final PlanHistory history;
  private final Deliverables deliverables;

  private final List<RenditionListener> listeners;

  PostEnds(Foundation foundation, Deliverables deliverables, List<RenditionListener> listeners) {
    this.listeners = listeners;
    this.dao = foundation.jdbi().onDemand(PlanDao.class);
    this.history = new PlanHistory(foundation);
    this.deliverables = deliverables;
  }

  /**
   * A rendition that ended.
   *
   * @param reason what stood in its way, why it was refused, or why somebody called it off
   */
  record Ended(UUID id, UUID postId, Optional<String> reason) {
    static Ended of(RenditionRow row, String reason) {
      return new Ended(row.id(), row.postId(), Optional.of(reason));
    }
  }

  /** They were not out within their grace. */
  void missed(Collection<Ended> renditions, Actor by) {
    came(renditions, RenditionState.MISSED, by);
  }

  /**
   * They were refused for good, or too often. To their deliverable it is the same as a miss:
   * nothing came out, and a person may try again or let it be.
   */
  void failed(Collection<Ended> renditions, Actor by) {
    came(renditions, RenditionState.FAILED, by);
  }

  /** They were called off: their content may be posted anew. */
  void calledOff(Collection<Ended> renditions, Actor by) {
    came(renditions, RenditionState.CANCELLED, by);
  }

  private void came(Collection<Ended> renditions, RenditionState to, Actor by) {
    if (renditions.isEmpty()) {
      return;
    }
    history.ended(by, renditions, to);
    List<UUID> ids = renditions.stream().map(Ended::id).toList();
    if (to == RenditionState.CANCELLED) {
      listeners.forEach(one -> one.calledOff(ids));
    } else {
      listeners.forEach(one -> one.cameToNothing(ids, to == RenditionState.MISSED));
    }
    List<UUID> over =
        dao.deliverablesWithNothingLeft(
            List.copyOf(Set.copyOf(renditions.stream().map(Ended::postId).toList())));
    if (over.isEmpty()) {
      return;
    }
    if (to == RenditionState.CANCELLED) {
      deliverables.backToApproved(over, by);
    } else {
      deliverables.missed(over, by);
    }
  }
}
