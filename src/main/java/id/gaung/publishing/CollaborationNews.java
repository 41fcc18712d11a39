package id.gaung.publishing;

import id.gaung.collaboration.Deliverables;
import id.gaung.kernel.Actor;
import java.util.Collection;
import java.util.UUID;

/** Tells collaboration. */
record CollaborationNews(Deliverables deliverables) implements DeliverableNews {

  @Override
  public void scheduled(Collection<UUID> ids, Actor by) {
    deliverables.scheduled(ids, by);
  }

  @Override
  public void live(Collection<UUID> ids, Actor by) {
    deliverables.live(ids, by);
  }

  @Override
  public void missed(Collection<UUID> ids, Actor by) {
    deliverables.missed(ids, by);
  }

  @Override
  public void removed(Collection<UUID> ids, Actor by) {
    deliverables.removed(ids, by);
  }

  @Override
  public void backToApproved(Collection<UUID> ids, Actor by) {
    deliverables.backToApproved(ids, by);
  }
}
