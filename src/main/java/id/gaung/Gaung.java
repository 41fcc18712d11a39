package id.gaung;

import id.gaung.audit.Audit;
import id.gaung.audit.Foundation;
import id.gaung.db.Database;
import id.gaung.db.UuidV7Ids;
import id.gaung.identity.IdentityFeature;
import id.gaung.identity.NewPerson;
import id.gaung.jobs.Jobs;
import id.gaung.jobs.Schedule;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Ids;
import id.gaung.kernel.Role;
import id.gaung.web.Frames;
import id.gaung.web.NavItem;
import id.gaung.web.Texts;
import id.gaung.web.WebFeature;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The product, wired by hand in dependency order: the same objects for the server, the commands and
 * the tests. A feature takes what stands above it here, so a ring cannot even be written.
 */
final class Gaung {

  /** Every message bundle. */
  static final List<String> BUNDLES = List.of("web", "platform", "identity", "engagement");

  private final GaungConfiguration configuration;
  private final Database database;
  private final Foundation foundation;
  private final boolean practice;
  private final IdentityFeature identity;
  private final Jobs jobs;

  private Gaung(
      GaungConfiguration configuration, Database database, Clock clock, boolean practice) {
    this.configuration = configuration;
    this.database = database;
    this.practice = practice;
    Ids ids = new UuidV7Ids();
    Audit audit = new Audit(database.jdbi(), database.transactions(), clock);
    foundation = new Foundation(database.jdbi(), database.transactions(), audit, ids, clock);
    identity =
        new IdentityFeature(foundation, practice, configuration.publicUrl(), Optional::empty);
    jobs =
        new Jobs(database.dataSource(), NodeName.in(configuration.dataFolder(), ids), schedules());
  }

  static Gaung production(GaungConfiguration configuration, Database database, Clock clock) {
    return new Gaung(configuration, database, clock, false);
  }

  static Gaung practice(GaungConfiguration configuration, Database database, Clock clock) {
    return new Gaung(configuration, database, clock, true);
  }

  /** Registers every door. */
  void register(Environment environment) {
    new WebFeature(new Frames(Texts.load(BUNDLES), nav(), practice), foundation.ids())
        .register(environment);
    JerseyEnvironment jersey = environment.jersey();
    identity.register(jersey);
  }

  /** Begins the work that comes round. */
  void start() {
    jobs.start();
  }

  void stop() {
    jobs.stop();
  }

  private List<NavItem> nav() {
    return Stream.of(identity.nav()).flatMap(List::stream).toList();
  }

  private List<Schedule> schedules() {
    return Stream.of(identity.schedules()).flatMap(List::stream).toList();
  }

  Foundation foundation() {
    return foundation;
  }

  Database database() {
    return database;
  }

  GaungConfiguration configuration() {
    return configuration;
  }

  IdentityFeature identity() {
    return identity;
  }

  /** Adds a person; the address of a link with which that person signs in for the first time. */
  String invite(Actor by, String email, String name, List<Role> roles) {
    return identity
        .signInLinks()
        .invite(by, new NewPerson(email, name, roles))
        .address()
        .toString();
  }
}
