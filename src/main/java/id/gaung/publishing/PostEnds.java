package id.gaung.publishing;

import id.gaung.kernel.Actor;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Tells of deliverables whose post came to nothing: none of its renditions is out or coming. */
final class PostEnds {

  private final QueueDao dao;
  private final DeliverableNews deliverables;

  PostEnds(QueueDao dao, DeliverableNews deliverables) {
    this.dao = dao;
    this.deliverables = deliverables;
  }

  /** Renditions of these posts were missed. */
  void missed(Collection<UUID> postIds, Actor by) {
    List<UUID> over = nothingLeft(postIds);
    if (!over.isEmpty()) {
      deliverables.missed(over, by);
    }
  }

  /** Renditions of these posts were called off: their content may be posted anew. */
  void calledOff(Collection<UUID> postIds, Actor by) {
    List<UUID> free = nothingLeft(postIds);
    if (!free.isEmpty()) {
      deliverables.backToApproved(free, by);
    }
  }

  private List<UUID> nothingLeft(Collection<UUID> postIds) {
    return postIds.isEmpty()
        ? List.of()
        : dao.deliverablesWithNothingLeft(List.copyOf(Set.copyOf(postIds)));
  }
}
