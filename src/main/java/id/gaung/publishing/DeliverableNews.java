package id.gaung.publishing;

import id.gaung.kernel.Actor;
import java.util.Collection;
import java.util.UUID;

/** Where collaboration hears what became of its deliverables; in the caller's transaction. */
interface DeliverableNews {

  void scheduled(Collection<UUID> deliverableIds, Actor by);

  void live(Collection<UUID> deliverableIds, Actor by);

  void missed(Collection<UUID> deliverableIds, Actor by);

  void removed(Collection<UUID> deliverableIds, Actor by);

  void backToApproved(Collection<UUID> deliverableIds, Actor by);
}
