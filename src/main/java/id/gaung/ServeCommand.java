package id.gaung;

import ch.qos.logback.classic.Level;
import com.codahale.metrics.health.HealthCheck;
import id.gaung.db.Database;
import id.gaung.db.Migrations;
import id.gaung.publishing.PublishingHealth;
import io.dropwizard.core.Application;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ServerCommand;
import io.dropwizard.core.server.AbstractServerFactory;
import io.dropwizard.core.server.ServerFactory;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.lifecycle.AutoCloseableManager;
import io.dropwizard.util.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import net.sourceforge.argparse4j.inf.Argument;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.eclipse.jetty.server.Server;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.LoggerFactory;

/**
 * Starts the server. The database is brought up while Dropwizard builds its environment, because
 * each takes a second or two; the pages answer first, then the jobs begin.
 */
abstract class ServeCommand extends ServerCommand<GaungConfiguration> {

  private CompletableFuture<Database> opening = new CompletableFuture<>();

  ServeCommand(Application<GaungConfiguration> application, String name, String description) {
    super(application, name, description);
  }

  @Override
  protected Argument addFileArgument(Subparser subparser) {
    return super.addFileArgument(subparser).setDefault("config.yml");
  }

  /** Refuses what must not be started, before anything is. */
  abstract void check(GaungConfiguration configuration);

  /** Nothing was refused: what is to be written down before the database is opened. */
  void begin(GaungConfiguration configuration) {}

  /**
   * Builds the product.
   *
   * @param database waits until it is open; to be asked late, after what can be done without it
   */
  abstract Gaung build(GaungConfiguration configuration, Supplier<Database> database);

  /** Once the server answers: what is to be done before the jobs begin, and what to say. */
  abstract void ready(GaungConfiguration configuration, Gaung gaung);

  /** Whether the server goes on when it is ready. */
  boolean staysUp() {
    return true;
  }

  @Override
  protected void run(
      Bootstrap<GaungConfiguration> bootstrap,
      Namespace namespace,
      GaungConfiguration configuration)
      throws Exception {
    JvmOptions.sayWhatIsMissing();
    JvmOptions.endOnFatalErrors();
    check(configuration);
    Ports.check(configuration.getServerFactory());
    RequestLogs.switchOff(configuration.getServerFactory());
    waitBrieflyForRequests(configuration.getServerFactory());
    begin(configuration);
    opening =
        CompletableFuture.supplyAsync(
            () -> {
              Database database =
                  DatabaseOpener.forServer(configuration, bootstrap.getMetricRegistry());
              prepare(configuration, database, namespace);
              Migrations.run(database.dataSource(), changelogs());
              return database;
            });
    super.run(bootstrap, namespace, configuration);
  }

  /** A request that is still being sent or answered must not use up the limit of the whole stop. */
  private static void waitBrieflyForRequests(ServerFactory server) {
    if (server instanceof AbstractServerFactory factory) {
      factory.setShutdownGracePeriod(Duration.seconds(3));
    }
  }

  /** To be run after the product's. */
  List<String> changelogs() {
    return List.of();
  }

  /** Before the migrations. */
  void prepare(GaungConfiguration configuration, Database database, Namespace namespace) {}

  @Override
  protected void run(Environment environment, Namespace namespace, GaungConfiguration configuration)
      throws Exception {
    // Our own sentence is enough; Dropwizard would print the whole trace.
    if (LoggerFactory.getLogger(ServerCommand.class) instanceof ch.qos.logback.classic.Logger l) {
      l.setLevel(Level.OFF);
    }
    // Its sentences hold the addresses of links, which are keys.
    if (LoggerFactory.getLogger("me.desair.tus") instanceof ch.qos.logback.classic.Logger l) {
      l.setLevel(Level.OFF);
    }
    Gaung gaung = build(configuration, this::opened);
    Database database = opened();
    // The last one managed is stopped first.
    environment.lifecycle().manage(new AutoCloseableManager(database));
    environment.lifecycle().manage(new AutoCloseableManager(gaung::stop));
    ShutdownHook.install(gaung::beginStop);
    database.keepRunning(ServeCommand::endWithoutDatabase);
    environment.healthChecks().register("database", new DatabaseHealth(database.jdbi()));
    environment
        .healthChecks()
        .register("publishing", new PublishingHealthCheck(gaung.publishing().health()));
    environment.healthChecks().register("disk", new DiskHealthCheck(gaung.disk()));
    gaung.register(environment);
    Started started = new Started();
    environment.lifecycle().addServerLifecycleListener(started::is);
    super.run(environment, namespace, configuration);
    try {
      ready(configuration, gaung);
      if (staysUp()) {
        gaung.start();
      } else {
        started.stop();
      }
    } catch (RuntimeException failed) {
      started.stop();
      throw failed;
    }
  }

  /** A service manager starts the process again, and with it the database. */
  private static void endWithoutDatabase() {
    LoggerFactory.getLogger(ServeCommand.class).error("Gaung ends: it has lost its database");
    new Thread(() -> System.exit(1), "exit").start();
  }

  private Database opened() {
    try {
      return opening.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failed;
    }
  }

  @Override
  public void onError(Cli cli, Namespace namespace, Throwable failure) {
    Console.fail(failure);
    if (opening.isDone() && !opening.isCompletedExceptionally()) {
      opening.join().close();
    }
  }

  /** The server once it is up, to be stopped when what follows fails. */
  private static final class Started {
    private final CompletableFuture<Server> server = new CompletableFuture<>();

    void is(Server up) {
      server.complete(up);
    }

    void stop() {
      try {
        server.join().stop();
      } catch (Exception failed) {
        LoggerFactory.getLogger(ServeCommand.class).warn("The server did not stop", failed);
      }
    }
  }

  /** Whether the database answers. */
  static final class DatabaseHealth extends HealthCheck {

    private final Jdbi jdbi;

    DatabaseHealth(Jdbi jdbi) {
      this.jdbi = jdbi;
    }

    @Override
    protected Result check() {
      jdbi.useHandle(handle -> handle.execute("select 1"));
      return Result.healthy();
    }
  }

  /**
   * Red when due posts are not being published, whatever the cause; not when a person stopped it.
   */
  static final class PublishingHealthCheck extends HealthCheck {

    private final PublishingHealth health;

    PublishingHealthCheck(PublishingHealth health) {
      this.health = health;
    }

    @Override
    protected Result check() {
      PublishingHealth.State state = health.state();
      if (!state.engineWorks()) {
        return Result.unhealthy(
            "this node's publishing engine has stopped after an error; restart it");
      }
      if (state.forAccounts() > 0 && !state.stopped()) {
        return Result.unhealthy(
            "%d posts are due and wait for their accounts; the oldest since %s",
            state.forAccounts(), state.oldestForAccounts().orElseThrow());
      }
      if (!state.isWell()) {
        return Result.unhealthy(
            "%d posts are due and nobody publishes them; the oldest since %s",
            state.notTaken(), state.oldestDue().orElseThrow());
      }
      return state.stopped()
          ? Result.healthy("publishing is stopped by a person; %d posts wait", state.waiting())
          : Result.healthy("%d posts are due or under way", state.waiting());
    }
  }
}
