package id.gaung.web;

import id.gaung.db.UuidV7Ids;
import io.dropwizard.core.Application;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import io.dropwizard.jetty.HttpConnectorFactory;
import io.dropwizard.logging.common.DefaultLoggingFactory;
import io.dropwizard.request.logging.LogbackAccessRequestLogFactory;
import io.dropwizard.testing.DropwizardTestSupport;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real server on a free port with everything that {@link WebFeature} registers and the doors of a
 * test, to be spoken to over HTTP. Dropwizard's own exception mappers are there too, as they are by
 * its defaults.
 */
public final class WebServer implements BeforeAllCallback, AfterAllCallback {

  private final List<String> bundles;
  private final boolean practice;
  private final Consumer<JerseyEnvironment> doors;
  private final DropwizardTestSupport<Configuration> server;
  private RepeatStore repeats = new MemoryRepeats();
  private URI publicUrl = URI.create("http://localhost");
  private boolean shared;

  private WebServer(List<String> bundles, boolean practice, Consumer<JerseyEnvironment> doors) {
    this.bundles = bundles;
    this.practice = practice;
    this.doors = doors;
    this.server =
        new DropwizardTestSupport<>(NoApplication.class, onFreePorts()) {
          @Override
          public Application<Configuration> newApplication() {
            return new Doors();
          }
        };
  }

  /**
   * @param bundles of messages, next to those of the web
   */
  public static WebServer with(
      List<String> bundles, boolean practice, Consumer<JerseyEnvironment> doors) {
    return new WebServer(bundles, practice, doors);
  }

  /** The same behind a public address of its own. */
  public WebServer at(String address) {
    publicUrl = URI.create(address);
    return this;
  }

  /** The same with another memory of keyed commands. */
  public WebServer keeping(RepeatStore store) {
    repeats = store;
    return this;
  }

  /** The same, started once for all test classes that name it and stopped after the last of all. */
  public WebServer shared() {
    shared = true;
    return this;
  }

  private static Configuration onFreePorts() {
    DefaultServerFactory server = new DefaultServerFactory();
    server.setApplicationConnectors(List.of(onFreePort()));
    server.setAdminConnectors(List.of(onFreePort()));
    LogbackAccessRequestLogFactory requests = new LogbackAccessRequestLogFactory();
    requests.setAppenders(List.of());
    server.setRequestLogFactory(requests);
    DefaultLoggingFactory logging = new DefaultLoggingFactory();
    logging.setLevel("WARN");
    Configuration configuration = new Configuration();
    configuration.setServerFactory(server);
    configuration.setLoggingFactory(logging);
    return configuration;
  }

  private static HttpConnectorFactory onFreePort() {
    HttpConnectorFactory connector = new HttpConnectorFactory();
    connector.setPort(0);
    return connector;
  }

  public URI uri(String path) {
    return URI.create("http://localhost:" + server.getLocalPort() + path);
  }

  /** A visitor with cookies of their own. */
  public Browser browser() {
    return new Browser(this);
  }

  public void start() throws Exception {
    server.before();
  }

  public void stop() {
    server.after();
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    if (shared) {
      context
          .getRoot()
          .getStore(ExtensionContext.Namespace.create(WebServer.class))
          .getOrComputeIfAbsent(this, WebServer::running);
    } else {
      start();
    }
  }

  /** Closed by JUnit with the store it is kept in. */
  private static AutoCloseable running(WebServer server) {
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return server::stop;
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (!shared) {
      stop();
    }
  }

  private final class Doors extends Application<Configuration> {
    @Override
    public void run(Configuration configuration, Environment environment) {
      List<String> all = new java.util.ArrayList<>(bundles);
      all.add(0, "web");
      Frames frames =
          new Frames(Texts.load(all), List.of(), practice, () -> OfficeMark.named("Dinas UMKM"));
      new WebFeature(frames, new UuidV7Ids(), publicUrl, repeats).register(environment);
      environment
          .servlets()
          .addServlet("file", new jakarta.servlet.http.HttpServlet() {})
          .addMapping("/plain-servlet");
      environment
          .servlets()
          .addServlet(
              "assets",
              new io.dropwizard.servlets.assets.AssetServlet(
                  "/assets/", "/assets/", null, java.nio.charset.StandardCharsets.UTF_8))
          .addMapping("/assets/*");
      doors.accept(environment.jersey());
    }
  }

  /** Named by the support's constructor and never made. */
  public static final class NoApplication extends Application<Configuration> {
    @Override
    public void run(Configuration configuration, Environment environment) {
      throw new IllegalStateException("not this one");
    }
  }

  /** As the database keeps them, but for one server alone. */
  private static final class MemoryRepeats implements RepeatStore {
    private final java.util.Map<java.nio.ByteBuffer, Kept> kept =
        new java.util.concurrent.ConcurrentHashMap<>();

    @Override
    public java.util.Optional<Kept> find(byte[] key) {
      return java.util.Optional.ofNullable(kept.get(java.nio.ByteBuffer.wrap(key)));
    }

    @Override
    public Beginning begin(byte[] key, byte[] content) {
      return kept.putIfAbsent(
                  java.nio.ByteBuffer.wrap(key),
                  new Kept(java.util.HexFormat.of().formatHex(content), java.util.Optional.empty()))
              == null
          ? Beginning.BEGUN
          : Beginning.RUNNING;
    }

    @Override
    public void answer(byte[] key, byte[] answer) {
      kept.computeIfPresent(
          java.nio.ByteBuffer.wrap(key),
          (k, v) -> new Kept(v.content(), java.util.Optional.of(answer)));
    }

    @Override
    public boolean forget(byte[] key) {
      allowAgain(key);
      return true;
    }

    @Override
    public void allowAgain(byte[] key) {
      kept.remove(java.nio.ByteBuffer.wrap(key));
    }

    @Override
    public void end() {
      // Nothing is marked.
    }
  }
}
