package id.gaung;

import id.gaung.GaungConfiguration.PracticeSettings;
import id.gaung.db.Database;
import id.gaung.db.DatabaseAddress;
import id.gaung.db.TestDatabase;
import id.gaung.demo.DemoPeople;
import id.gaung.identity.NewApiToken;
import id.gaung.identity.People.CreatePerson;
import id.gaung.identity.Person;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Role;
import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jetty.ConnectorFactory;
import io.dropwizard.jetty.HttpConnectorFactory;
import io.dropwizard.lifecycle.AutoCloseableManager;
import io.dropwizard.testing.DropwizardTestSupport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The whole product in practice mode with its story told, on a real PostgreSQL and real ports. One
 * for all tests of the JVM, because telling the story takes a while; tests add to it and take
 * nothing away.
 */
final class RunningGaung {

  private static final class Holder {
    static final RunningGaung ONLY = new RunningGaung(true);
  }

  private final DropwizardTestSupport<GaungConfiguration> support;
  private final URI address;

  private RunningGaung(boolean told) {
    int port = freePort();
    address = URI.create("http://localhost:" + port);
    support = new DropwizardTestSupport<>(Application.class, configuration(port, address)) {};
    try {
      support.before();
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
    Application application = (Application) support.getApplication();
    if (told) {
      application.practice().tellStory(application.gaung());
    } else {
      Gaung gaung = application.gaung();
      new DemoPeople(gaung.identity().people(), gaung.foundation().transactions()).ensure();
    }
    Runtime.getRuntime().addShutdownHook(new Thread(support::after));
  }

  static RunningGaung get() {
    return Holder.ONLY;
  }

  /** Another office, on a database of its own, in which people have nothing but their names. */
  static RunningGaung fresh() {
    return new RunningGaung(false);
  }

  URI address() {
    return address;
  }

  Gaung gaung() {
    return ((Application) support.getApplication()).gaung();
  }

  /** What practice mode adds to it. */
  Practice practice() {
    return ((Application) support.getApplication()).practice();
  }

  Environment environment() {
    return support.getEnvironment();
  }

  /** A bearer token of somebody with the role and no other. */
  String token(Role role) {
    Gaung gaung = gaung();
    Person person =
        gaung
            .identity()
            .people()
            .create(
                Actor.system("test"),
                new CreatePerson(
                    gaung.foundation().ids().next() + "@contoh.example",
                    "Uji " + role,
                    List.of(role)));
    return gaung
        .identity()
        .tokens()
        .create(Actor.person(person.id(), person.name(), person.roles()), new NewApiToken("test"))
        .value();
  }

  private static GaungConfiguration configuration(int port, URI address) {
    try {
      Path folder = Files.createTempDirectory("gaung-test");
      GaungConfiguration configuration = new GaungConfiguration(folder, address);
      DefaultServerFactory server = new DefaultServerFactory();
      server.setApplicationConnectors(List.of(connector(port)));
      server.setAdminConnectors(List.of(connector(0)));
      configuration.setServerFactory(server);
      return configuration;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static ConnectorFactory connector(int port) {
    HttpConnectorFactory connector = new HttpConnectorFactory();
    connector.setPort(port);
    return connector;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The product on a test database instead of the embedded one. */
  public static final class Application extends GaungApplication {

    private Gaung gaung;
    private Practice practice;

    @Override
    public void run(GaungConfiguration configuration, Environment environment) {
      TestDatabase test = TestDatabase.withPractice();
      Database database =
          Database.at(
              new DatabaseAddress(test.jdbcUrl(), test.user(), test.password()),
              24,
              environment.metrics());
      practice = new Practice(new PracticeSettings(0), database.jdbi());
      practice.start();
      gaung = Assembly.practice(configuration, database, practice);
      environment.lifecycle().manage(new AutoCloseableManager(database));
      environment.lifecycle().manage(new AutoCloseableManager(gaung::stop));
      gaung.register(environment);
    }

    Gaung gaung() {
      return gaung;
    }

    Practice practice() {
      return practice;
    }
  }
}
