package id.gaung.media;

import id.gaung.audit.Foundation;
import id.gaung.jobs.Schedule;
import id.gaung.web.NavItem;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Wires media. */
public final class MediaFeature {

  private final Photos photos;
  private final PhotoLinks links;

  /**
   * @param folder where photos are kept; made if it is not there
   * @param publicUrl where the outside reaches Gaung
   * @param signingKey of public photo addresses, at least 32 bytes, the same on every node
   */
  public MediaFeature(Foundation on, Path folder, URI publicUrl, byte[] signingKey) {
    MediaFolder media = new MediaFolder(folder);
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

  public void register(JerseyEnvironment jersey) {
    jersey.register(new PhotosPages(photos));
    jersey.register(new SignedPhotoPages(links));
    jersey.register(new PhotosResource(photos));
  }

  public List<NavItem> nav() {
    return List.of();
  }

  public List<Schedule> schedules() {
    return List.of(Schedule.onceInCluster(new RemoveUnusedPhotosJob(photos), Duration.ofHours(1)));
  }
}
