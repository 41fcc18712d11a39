package id.gaung;

import id.gaung.identity.Office;
import id.gaung.web.NavItem;
import io.dropwizard.core.Application;
import io.dropwizard.core.cli.Command;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.time.Clock;
import java.util.List;
import java.util.ServiceLoader;

/**
 * What comes in the same jar and is no part of the product: practice mode. The product knows this
 * much of it and finds it on the class path; without one it has its own commands alone, and nothing
 * of it is in a server that was started by them.
 */
interface Companion {

  /** Those on the class path, as {@code META-INF/services} names them. */
  static List<Companion> found() {
    return ServiceLoader.load(Companion.class).stream().map(ServiceLoader.Provider::get).toList();
  }

  /** Its commands, next to those of the product. */
  List<Command> commands(Application<GaungConfiguration> application);

  /** What it adds to a product that one of its commands builds. */
  interface Parts extends AutoCloseable {

    /** The time of the whole product. */
    Clock clock();

    /** The clients' settings in place of the configured ones; they reach no other server. */
    PlatformSettings platforms(PlatformSettings configured);

    /** The office that is made up, in place of the configured one. */
    Office office();

    /** Message bundles, next to those of the product. */
    List<String> bundles();

    /** Registers its doors, after those of the product. */
    void register(JerseyEnvironment jersey, Gaung gaung);

    /** Menu words, after those of the product. */
    List<NavItem> nav();

    /** When the product has stopped. */
    @Override
    void close();
  }
}
