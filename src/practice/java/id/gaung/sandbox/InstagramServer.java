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
import org.jdbi.v3.core.Jdbi;

/** Practice Instagram. */
public final class InstagramServer extends PracticeServer {

  static final Network NETWORK = Network.valueOf("INSTAGRAM");

  /** Apps are made by hand on the real one. */
  private static final String CLIENT_ID = "practice-app";

  private static final String CLIENT_SECRET = "practice-app-secret";

  /** The Meta app itself, which Facebook Login takes. */
  private static final String META_ID = "practice-meta-app";

  private static final String META_SECRET = "practice-meta-secret";

  static final String OFFICE = "gaung.balikpapan";
  static final String SECOND = "umkm.manggar";

  static final GraphDialect GRAPH =
      new GraphDialect(
          NETWORK,
          "ig",
          "IGAA",
          false,
          "instagram_business_basic",
          "instagram_business_content_publish",
          "instagram_business_manage_insights",
          80002,
          "instagram",
          "/media_publish",
          "/content_publishing_limit",
          100,
          Optional.empty(),
          2207008,
          InstagramPages::name,
          InstagramServer::insights);

  static final String COMMENTING = "instagram_business_manage_comments";

  static final String ALL_SCOPES =
      String.join(" ", GRAPH.basic(), GRAPH.publish(), GRAPH.insights(), COMMENTING);

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
        "api", server,
        "graph", server,
        "metaAppId", META_ID,
        "metaAppSecret", META_SECRET,
        "metaWeb", server + "/page",
        "metaGraph", server + "/page");
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
          InstagramContainers containers =
              new InstagramContainers(config, jdbi, clock, access, faults);
          InstagramReading reading = new InstagramReading(jdbi, clock, root);
          GraphObjects objects =
              new GraphObjects(GRAPH, jdbi, clock, access, reading.shapes(jdbi, containers));
          PersonSignIn byPage = InstagramPages.login(jdbi, clock);
          InstagramDeleting deleting = new InstagramDeleting(jdbi, clock, access);
          CommentDoors comments =
              new CommentDoors("text", "timestamp", COMMENTING, access::caller, jdbi, clock);
          PublicPages pages = new PublicPages(NETWORK, jdbi, clock);
          return router -> {
            pages.alsoAt(router, "/reel/{post}/");
            byPage.register(router);
            deleting.register(router);
            comments.register(router);
            containers.register(router);
            objects.register(router);
          };
        });
  }

  @Override
  PublicRoutes routes() {
    return new PublicRoutes("/{account}/", "/p/{post}/");
  }

  @Override
  EngagementModel.Habits habits() {
    return new EngagementModel.Habits(
        0.32, 0.060, 0.006, 0.008, 0.001, 0.010, Duration.ofHours(20));
  }

  @Override
  boolean showsViews() {
    return true;
  }

  @Override
  NewPost inApp(PracticeAccount account, String text, long number, Instant now) {
    String id = "179" + String.format(Locale.ROOT, "%014d", number);
    return new NewPost(
        account.id(), id, GraphPublish.shortCode(id), "", text, "{}", "", "", now, now);
  }

  @Override
  Set<FaultKind> ownFaults() {
    return Set.of(FaultKind.CONTAINER_ERROR, FaultKind.SLOW_MEDIA);
  }

  /** Of product type FEED (instagram-media/insights). */
  private static Map<String, Long> insights(PracticeEngagement counts) {
    return Map.ofEntries(
        Map.entry("views", counts.views()),
        Map.entry("reach", counts.reach()),
        Map.entry("likes", counts.likes()),
        Map.entry("comments", counts.comments()),
        Map.entry("saved", counts.saves()),
        Map.entry("shares", counts.shares()),
        Map.entry("reposts", counts.quotes()),
        Map.entry(
            "total_interactions",
            counts.likes()
                + counts.comments()
                + counts.saves()
                + counts.shares()
                + counts.quotes()),
        Map.entry("follows", counts.reach() / 800),
        Map.entry("profile_visits", counts.reach() / 50));
  }

  @Override
  String remoteId(String handle, long number) {
    return "17841" + String.format(Locale.ROOT, "%012d", number % 1_000_000_000_000L);
  }

  @Override
  void ensureUsual(SandboxAccounts accounts, Instant since) {
    accounts.ensure(NETWORK, OFFICE, "Gaung Balikpapan", 11600, since);
    accounts.ensure(NETWORK, SECOND, "UMKM Manggar", 3400, since);
    accounts.ensureApp(NETWORK, CLIENT_ID, CLIENT_SECRET, ALL_SCOPES);
    accounts.ensureApp(NETWORK, META_ID, META_SECRET, InstagramPages.ALL_SCOPES);
  }
}
