package id.gaung.creator;

import id.gaung.audit.Foundation;
import id.gaung.jobs.Schedule;
import id.gaung.kernel.Role;
import id.gaung.media.Photos;
import id.gaung.web.NavItem;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Wires the directory of creators. */
public final class CreatorFeature {

  private final Creators creators;
  private final Photos photos;
  private final CreatorDirectory directory;
  private final Supplier<Map<String, String>> kecamatanNames;

  /**
   * @param kecamatanNames the city's districts, code to name
   */
  public CreatorFeature(
      Foundation on, Supplier<Map<String, String>> kecamatanNames, Photos photos) {
    this.photos = photos;
    this.kecamatanNames = kecamatanNames;
    this.creators = new Creators(on, kecamatanNames, photos);
    this.directory = new CreatorDirectory(on.jdbi());
  }

  public Creators creators() {
    return creators;
  }

  public void register(JerseyEnvironment jersey) {
    jersey.register(new CreatorsPages(creators, directory, kecamatanNames, photos));
    jersey.register(new ComparisonPages(creators, directory));
    jersey.register(new CreatorsResource(creators));
  }

  public List<NavItem> nav() {
    return List.of(
        NavItem.of(NavItem.Group.WORK, "creators", "creator.nav", "/creators", Role.STAFF));
  }

  public List<Schedule> schedules() {
    return List.of();
  }
}
