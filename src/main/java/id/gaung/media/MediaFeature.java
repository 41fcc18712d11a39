package id.gaung.media;

import id.gaung.audit.Foundation;
import id.gaung.jobs.Job;
import id.gaung.jobs.Schedule;
import id.gaung.web.NavItem;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Wires media. */
public final class MediaFeature {

  private final MediaFolder media;
  private final Photos photos;
  private final PhotoLinks links;

  /**
   * @param folder where photos are kept; made if it is not there
   * @param publicUrl where the outside reaches Gaung
   * @param signingKey of public photo addresses, at least 32 bytes, the same on every node
   */
  public MediaFeature(Foundation on, Path folder, URI publicUrl, byte[] signingKey) {
    media = new MediaFolder(folder);
    media.sweep(on.clock().instant().minus(Duration.ofDays(1)));
    photos = new Photos(on, media);
    links = new PhotoLinks(photos, publicUrl, signingKey, on.clock());
  }

  public Photos photos() {
    return photos;
  }

  public PhotoLinks links() {
    return links;
  }

  /** Whether the folder of the photos can be reached at this moment. */
  public boolean folderIsThere() {
    return media.isThere();
  }

  public void register(JerseyEnvironment jersey, NetworkFits networks) {
    jersey.register(new PhotosPages(photos));
    jersey.register(new SignedPhotoPages(links));
    jersey.register(new PhotosResource(photos, networks));
  }

  public List<NavItem> nav() {
    return List.of();
  }

  public List<Schedule> schedules() {
    return List.of(
        Schedule.onceInCluster(
            Job.of("remove-unused-photos", photos::removeUnused), Duration.ofHours(1)));
  }
}
