package id.gaung.media;

import id.gaung.jobs.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes photos that nothing shows. */
final class RemoveUnusedPhotosJob implements Job {

  private static final Logger LOG = LoggerFactory.getLogger(RemoveUnusedPhotosJob.class);

  private final Photos photos;

  RemoveUnusedPhotosJob(Photos photos) {
    this.photos = photos;
  }

  @Override
  public String name() {
    return "remove-unused-photos";
  }

  @Override
  public void run() {
    int removed = photos.removeUnused();
    if (removed > 0) {
      LOG.info("Removed {} photos that nothing shows", removed);
    }
  }
}
