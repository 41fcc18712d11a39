package id.gaung;

import id.gaung.db.Database;
import id.gaung.platform.NetworkModule;
import io.dropwizard.core.Application;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** {@code server}: the real thing. Refuses the secrets that everybody knows. */
final class ProductionCommand extends ServeCommand {

  ProductionCommand(Application<GaungConfiguration> application) {
    super(application, "server", "Starts Gaung for real work");
  }

  @Override
  void check(GaungConfiguration configuration) {
    if (configuration.secretKey().reveal().equals(GaungConfiguration.PRACTICE_KEY)) {
      throw new StartRefused(
          "secretKey is still the one that everybody knows: set GAUNG_SECRET_KEY (or secretKey in"
              + " config.yml) to at least 32 characters of your own, for instance from"
              + " 'openssl rand -base64 48'.");
    }
    PlatformSettings platforms = configuration.platforms();
    NetworkModule.published().stream()
        .filter(network -> network.pulls(platforms.of(network)))
        .filter(network -> configuration.isPublicHereOnly())
        .findFirst()
        .ifPresent(
            network -> {
              throw new StartRefused(
                  "publicUrl is this machine's own address, but %s fetches pictures from it: set GAUNG_PUBLIC_URL to the address under which the outside reaches Gaung."
                      .formatted(network.label()));
            });
    warnings(configuration).forEach(System.out::println);
    DataUse.PRODUCTION.check(configuration.dataFolder());
  }

  /** What may be meant, and seldom is. */
  static List<String> warnings(GaungConfiguration configuration) {
    List<String> warnings = new ArrayList<>();
    if (configuration.isPublicHereOnly()) {
      warnings.add(
          "Warning: publicUrl is this machine's own address; links in messages will work nowhere"
              + " else. Set GAUNG_PUBLIC_URL.");
    }
    if (!configuration.isPublicByHttps() && !configuration.isPublicHereOnly()) {
      warnings.add(
          "Warning: publicUrl is http, so passwords travel readable for everybody on the way. Put a"
              + " reverse proxy with TLS in front and set GAUNG_PUBLIC_URL to https; see README.");
    }
    if (configuration.isPublicByHttps() && !Ports.trustsProxy(configuration.getServerFactory())) {
      warnings.add(
          "Warning: publicUrl is https, but no connector has useForwardedHeaders: true. Gaung takes"
              + " everybody who comes through the proxy for one visitor; see README.");
    }
    return warnings;
  }

  @Override
  Gaung build(GaungConfiguration configuration, Supplier<Database> database) {
    return Assembly.production(configuration, database, Clock.systemUTC());
  }

  @Override
  void ready(GaungConfiguration configuration, Gaung gaung) {
    // Now that it holds: a start that failed must not keep the folder from being used otherwise.
    DataUse.PRODUCTION.claim(configuration.dataFolder());
    configuration.officeSettings().keepLogo(gaung.media().photos(), gaung.identity().offices());
    System.out.println("Gaung is ready: " + configuration.publicUrl() + "/");
    if (gaung.identity().people().isEmpty()) {
      System.out.println(
          "Nobody can sign in yet. Add the first person:"
              + " java -jar gaung.jar user add --email you@example.org --name \"Your name\""
              + " --role ADMIN");
    }
  }
}
