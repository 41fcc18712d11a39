package id.gaung.sandbox;

import id.gaung.kernel.Network;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;

/** Practice Threads. */
public final class ThreadsServer extends PracticeServer {

  static final Network NETWORK = Network.valueOf("THREADS");

  /** Apps are made by hand on the real one. */
  private static final String CLIENT_ID = "practice-threads-app";

  private static final String CLIENT_SECRET = "practice-threads-secret";

  private static final String OFFICE = "gaung.balikpapan";

  static final GraphDialect GRAPH =
      new GraphDialect(
          NETWORK,
          "th",
          "THAA",
          true,
          "threads_basic",
          "threads_content_publish",
          "threads_manage_insights",
          4,
          "threads",
          "/threads_publish",
          "/threads_publishing_limit",
          250,
          Optional.of(
              new GraphDialect.Answering("threads_manage_replies", "threads_read_replies", 1000)),
          4279009,
          UnaryOperator.identity(),
          ThreadsServer::insights);

  static final String DELETE = "threads_delete";

  static final GraphDialect.Answering ANSWERING = GRAPH.answering().orElseThrow();

  static final String ALL_SCOPES =
      String.join(
          " ",
          GRAPH.basic(),
          GRAPH.publish(),
          GRAPH.insights(),
          DELETE,
          ANSWERING.permission(),
          ANSWERING.reading());

  @Override
  public Network network() {
    return NETWORK;
  }

  @Override
  public Map<String, String> settings(URI root) {
    String server = root.toString();
    return Map.of(
        "appId", CLIENT_ID,
        "appSecret", CLIENT_SECRET,
        "web", server,
        "authorize", server,
        "graph", server);
  }

  @Override
  public Map<String, String> connecting(URI root) {
    return Map.of();
  }

  @Override
  public Optional<String> chosen() {
    return Optional.of(OFFICE);
  }

  @Override
  NetworkProtocol protocol(SandboxConfig config, Jdbi jdbi, Clock clock, URI root) {
    return new GraphProtocol(
        GRAPH,
        config,
        jdbi,
        clock,
        (access, faults) -> {
          ThreadsContainers containers = new ThreadsContainers(config, jdbi, clock, access, faults);
          ThreadsReading reading = new ThreadsReading(clock, access, root);
          GraphObjects objects =
              new GraphObjects(GRAPH, jdbi, clock, access, reading.shapes(containers));
          ThreadsDeleting deleting = new ThreadsDeleting(config, jdbi, clock, access);
          return router -> {
            containers.register(router);
            deleting.register(router);
            reading.register(router);
            objects.registerAnswers(router, "/replies", ANSWERING.reading());
            objects.register(router);
          };
        });
  }

  @Override
  PublicRoutes routes() {
    return new PublicRoutes("/@{account}", "/@{account}/post/{post}");
  }

  @Override
  EngagementModel.Habits habits() {
    return new EngagementModel.Habits(
        0.24, 0.035, 0.005, 0.006, 0.002, 0.004, Duration.ofHours(14));
  }

  /** Reposts are what others call shares; what is sent on in messages is counted apart. */
  private static Map<String, Long> insights(PracticeEngagement counts) {
    return Map.of(
        "views", counts.views(),
        "likes", counts.likes(),
        "replies", counts.comments(),
        "reposts", counts.shares(),
        "quotes", counts.quotes(),
        "shares", counts.saves());
  }

  @Override
  boolean showsViews() {
    return true;
  }

  @Override
  Set<FaultKind> ownFaults() {
    return Set.of(FaultKind.CONTAINER_ERROR, FaultKind.CONTAINER_NOT_FOUND, FaultKind.SLOW_MEDIA);
  }

  @Override
  String remoteId(String handle, long number) {
    return "2480" + String.format(Locale.ROOT, "%012d", number % 1_000_000_000_000L);
  }

  @Override
  void ensureUsual(SandboxAccounts accounts, Instant since) {
    accounts.ensure(NETWORK, OFFICE, "Gaung Balikpapan", 5200, since);
    accounts.ensure(NETWORK, "umkm.manggar", "UMKM Manggar", 1300, since);
    accounts.ensureApp(NETWORK, CLIENT_ID, CLIENT_SECRET, ALL_SCOPES);
  }
}
