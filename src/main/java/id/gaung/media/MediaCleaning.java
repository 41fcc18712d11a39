package id.gaung.media;

import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.kernel.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes what nobody needs any more: rows that nothing shows, and files that no row names. */
final class MediaCleaning {

  private static final Duration A_DAY = Duration.ofDays(1);

  /** Whoever keeps the same bytes again names them within seconds. */
  private static final Duration NAMED_BY_THEN = Duration.ofHours(1);

  private static final int LOOKED_AT = 500;

  /** What is shown now will mostly be shown in an hour; nobody waits for its removal. */
  private static final Duration LOOKED_AGAIN = Duration.ofHours(6);

  private static final Actor BY = Actor.system("media");

  private static final Logger LOG = LoggerFactory.getLogger(MediaCleaning.class);

  private final Foundation on;
  private final MediaFolder folder;
  private final MediaPlaces places;
  private final PhotoDao dao;
  private final UploadDao uploads;

  MediaCleaning(Foundation on, MediaFolder folder, MediaPlaces places) {
    this.on = on;
    this.folder = folder;
    this.places = places;
    this.dao = on.jdbi().onDemand(PhotoDao.class);
    this.uploads = on.jdbi().onDemand(UploadDao.class);
  }

  /**
   * Removes photos and videos that nothing has shown since they came, a day ago or longer, and that
   * nobody put into the library: those of drafts that were refused, of forms that were given up.
   * Looks at some each time, the longest unlooked-at first.
   *
   * @return how many were removed
   */
  int removeUnused() {
    Instant now = on.clock().instant();
    List<UUID> looked = dao.oldest(now.minus(A_DAY), now.minus(LOOKED_AGAIN), LOOKED_AT);
    Set<UUID> unused = places.unused(looked);
    dao.lookedAt(looked, now);
    Set<String> files = new HashSet<>();
    int removed = 0;
    for (UUID id : unused) {
      removed += remove(id, files) ? 1 : 0;
    }
    files.stream()
        .filter(sha256 -> !dao.isKept(sha256))
        .forEach(sha256 -> folder.remove(sha256, now.minus(A_DAY)));
    if (removed > 0) {
      LOG.info("Removed {} photos that nothing shows", removed);
    }
    return removed;
  }

  private boolean remove(UUID id, Set<String> files) {
    try {
      files.addAll(on.transactions().call(() -> rows(BY, id)));
      return true;
    } catch (JdbiException usedMeanwhile) {
      LOG.info("Photo {} stays", id, usedMeanwhile);
      return false;
    }
  }

  /** Deletes the rows of one, as part of the caller's transaction; its files go an hour later. */
  void delete(Actor by, UUID id) {
    rows(by, id).forEach(sha256 -> uploads.gone(sha256, on.clock().instant()));
  }

  private List<String> rows(Actor by, UUID id) {
    List<String> all = new ArrayList<>(dao.deleteVariants(id));
    dao.deleteCrops(id);
    all.addAll(dao.delete(id));
    on.audit().record(Change.of(by, "photo.removed", "photo", id));
    return all;
  }

  /**
   * Removes the files of what was deleted.
   *
   * @return how many were looked at
   */
  int removeFiles() {
    List<UploadDao.Gone> gone = uploads.gone(on.clock().instant().minus(NAMED_BY_THEN));
    List<String> names = gone.stream().map(UploadDao.Gone::sha256).toList();
    Set<String> named = dao.kept(names);
    gone.stream()
        .filter(file -> !named.contains(file.sha256()))
        .forEach(file -> folder.remove(file.sha256(), file.goneAt()));
    uploads.forget(names);
    return gone.size();
  }
}
