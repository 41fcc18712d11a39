package id.gaung.media;

import id.gaung.audit.Foundation;
import id.gaung.jobs.Job;
import id.gaung.jobs.Schedule;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Role;
import id.gaung.web.NavItem;
import id.gaung.web.Upload;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Wires media. */
public final class MediaFeature {

  /** Of one video, unless the settings say otherwise. */
  public static final long MOST_BYTES = 500L << 20;

  private final MediaFolder media;
  private final Photos photos;
  private final Library library;
  private final MediaCleaning cleaning;
  private final Uploads uploads;
  private final UploadDoor uploadDoor;
  private final PhotoLinks links;

  /** As the other, for files of the usual size. */
  public MediaFeature(Foundation on, Path folder, URI publicUrl, byte[] signingKey) {
    this(on, folder, publicUrl, signingKey, MOST_BYTES);
  }

  /**
   * @param folder where photos are kept; made if it is not there
   * @param publicUrl where the outside reaches Gaung
   * @param signingKey of public photo addresses, at least 32 bytes, the same on every node
   * @param mostBytes of one file that is sent in parts
   */
  public MediaFeature(
      Foundation on, Path folder, URI publicUrl, byte[] signingKey, long mostBytes) {
    media = new MediaFolder(folder);
    media.sweep(on.clock().instant().minus(Duration.ofDays(1)));
    MediaPlaces places = new MediaPlaces();
    photos = new Photos(on, media, places);
    cleaning = new MediaCleaning(on, media, places);
    library = new Library(on, media, places, cleaning);
    UploadStore store = new UploadStore(on, media.folder("uploads"));
    MediaIntake intake = new MediaIntake(on, photos, media);
    uploads = new Uploads(on, intake, store, mostBytes, media::freeBytes);
    uploadDoor = new UploadDoor(uploads, store);
    links = new PhotoLinks(photos, library, publicUrl, signingKey, on.clock());
  }

  public Photos photos() {
    return photos;
  }

  public Library library() {
    return library;
  }

  MediaCleaning cleaning() {
    return cleaning;
  }

  Uploads uploads() {
    return uploads;
  }

  /**
   * Takes a file in that has come whole, for the practice mode and tests.
   *
   * @return its id in the library
   * @throws id.gaung.kernel.Problem of the field {@code file} or {@code photo}, if it is nothing
   *     that is taken
   */
  public UUID take(Actor by, Upload file) {
    return uploads.take(new Uploader(by, Optional.empty()), file);
  }

  /** For doors that take uploads. */
  public UploadDoor uploadDoor() {
    return uploadDoor;
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
    jersey.register(new SignedPhotoPages(links, library));
    jersey.register(new PhotosResource(photos, networks));
    jersey.register(new UploadsResource(uploadDoor));
    jersey.register(new LibraryPages(library, uploads));
    jersey.register(new LibraryItemPages(library, photos));
  }

  public List<NavItem> nav() {
    return List.of(NavItem.of(NavItem.Group.DATA, "photo", "media.nav", "/library", Role.STAFF));
  }

  public List<Schedule> schedules() {
    return List.of(
        Schedule.onceInCluster(
            Job.of("remove-unused-photos", cleaning::removeUnused), Duration.ofHours(1)),
        Schedule.onceInCluster(
            Job.of("end-old-uploads", uploads::removeOld), Duration.ofMinutes(15)),
        Schedule.onceInCluster(
            Job.of("remove-media-files", cleaning::removeFiles), Duration.ofHours(1)));
  }
}
