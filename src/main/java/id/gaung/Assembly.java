package id.gaung;

import id.gaung.db.Database;
import id.gaung.platform.PlatformHttp;
import id.gaung.platform.SocialPlatform;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The ways in which a Gaung is put together: for production, for practice, on given clients. */
final class Assembly {

  private Assembly() {}

  /**
   * @param database waits until it is open; asked when everything is done that needs none
   */
  static Gaung production(
      GaungConfiguration configuration, Supplier<Database> database, Clock clock) {
    return with(configuration, database.get(), clock, Clients.of(configuration.platforms(), clock));
  }

  /** On clients of the caller's choice. */
  static Gaung with(
      GaungConfiguration configuration,
      Database database,
      Clock clock,
      List<SocialPlatform> clients) {
    return new Gaung(configuration, database, clock, Optional.empty(), clients, Optional.empty());
  }

  static Gaung with(
      GaungConfiguration configuration, Database database, Clock clock, Clients clients) {
    Optional<PlatformHttp> http = Optional.of(clients.http());
    return new Gaung(configuration, database, clock, Optional.empty(), clients.platforms(), http);
  }

  /** With what practice adds, on clients that reach nothing but its networks. */
  static Gaung practice(
      GaungConfiguration configuration, Database database, Companion.Parts practice) {
    PlatformSettings platforms = practice.platforms(configuration.platforms());
    Clients clients = Clients.ofListed(platforms, practice.clock());
    Optional<PlatformHttp> http = Optional.of(clients.http());
    Optional<Companion.Parts> parts = Optional.of(practice);
    return new Gaung(configuration, database, practice.clock(), parts, clients.platforms(), http);
  }
}
