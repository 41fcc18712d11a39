package id.gaung.publishing;

import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Problem;
import java.util.UUID;

/** What every command to a rendition does first and last. */
final class RenditionCommands {

  private final Foundation foundation;
  private final RenditionDao dao;

  RenditionCommands(Foundation foundation, RenditionDao dao) {
    this.foundation = foundation;
    this.dao = dao;
  }

  /**
   * Locks the rendition for a step to that state.
   *
   * @throws Problem not found, stale, or with the sentence why it is not to be moved now
   */
  RenditionRow take(UUID id, int version, RenditionState next) {
    RenditionRow row = take(id, version);
    if (!row.state().canBecome(next)) {
      throw refused(row);
    }
    return row;
  }

  RenditionRow take(UUID id, int version) {
    RenditionRow row = dao.lock(id).orElseThrow(Problem::notFound);
    if (row.version() != version) {
      throw Problem.stale();
    }
    boolean lookedUp =
        row.state() == RenditionState.UNCERTAIN
            && row.leaseUntil().filter(foundation.clock().instant()::isBefore).isPresent();
    if (lookedUp) {
      throw Problem.conflict("publishing.refused.looking-up");
    }
    return row;
  }

  static Problem refused(RenditionRow row) {
    return Problem.conflict("publishing.refused." + row.state());
  }

  Change moved(Actor by, RenditionRow row, RenditionState to) {
    return Change.of(by, Changes.action(to), "rendition", row.id()).moving(row.state(), to);
  }

  void record(Change change) {
    foundation.audit().record(change);
  }
}
