package id.gaung.sandbox;

import id.gaung.kernel.Network;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Facebook Pages with Facebook Login. Its three hosts are one server here. */
final class FacebookProtocol implements NetworkProtocol {

  private static final Duration CODE_LIFE = Duration.ofMinutes(10);

  private final AccountDao accounts;
  private final FacebookSignIn login;
  private final CalledPosts called;
  private final FacebookFeed feed;
  private final FacebookVideos videos;
  private final FacebookReading reading;
  private final FacebookInsights insights;
  private final CommentDoors comments;
  private final Consent consent;
  private final PublicPages pages;

  FacebookProtocol(SandboxConfig config, Jdbi jdbi, Clock clock, URI base) {
    accounts = jdbi.onDemand(AccountDao.class);
    login = new FacebookSignIn(jdbi, clock);
    FacebookAccess access =
        new FacebookAccess(
            login, new FacebookLimits(new RateWindows(clock, config.enforceLimits())));
    called = new CalledPosts(FacebookServer.NETWORK, jdbi, clock);
    FacebookPosts posts = new FacebookPosts(jdbi, clock, base);
    feed = new FacebookFeed(jdbi, clock, access, posts);
    videos = new FacebookVideos(config, jdbi, clock, access, posts, base);
    insights = new FacebookInsights(clock, config.insightsDelay(), access, posts, videos);
    reading = new FacebookReading(jdbi, clock, access, posts, videos, insights);
    comments =
        new CommentDoors(
            "message", "created_time", FacebookSignIn.COMMENT, access::caller, jdbi, clock);
    pages = new PublicPages(FacebookServer.NETWORK, jdbi, clock);
    consent = new Consent(FacebookServer.NETWORK, jdbi, clock, pages, CODE_LIFE, "#_=_");
  }

  @Override
  public Network network() {
    return FacebookServer.NETWORK;
  }

  @Override
  public String route(String path) {
    return path.replaceFirst("^/v\\d+\\.\\d+(?=/)", "")
        .replaceFirst("^/dialog/oauth$", "/oauth/authorize");
  }

  /** The call that publishes a video is told from those before it by its phase alone. */
  @Override
  public String route(Call call) {
    String path = route(call.path());
    boolean finish =
        path.matches("/[^/]+/(?:video_reels|videos)")
            && call.param("upload_phase").filter("finish"::equals).isPresent();
    return finish ? path + "/finish" : path;
  }

  @Override
  public void register(Router router) {
    new GraphBatchCalls(router, this::route, called).register(router);
    consent.register(router);
    login.register(router);
    feed.register(router);
    videos.register(router);
    insights.register(router);
    comments.register(router);
    pages.register(router);
    pages.alsoAt(router, "/reel/{post}/");
    reading.register(router);
  }

  @Override
  public Optional<Long> accountOf(Call call) {
    return login.accountOf(call);
  }

  @Override
  public Answer notFound(Call call) {
    return GraphErrors.missingObject(call.path()).answer();
  }

  @Override
  public Answer tooLarge() {
    return GraphErrors.error(413, 100, 0, "(#100) The request is too large");
  }

  @Override
  public Answer serverError() {
    return GraphErrors.error(
        500, 2, 0, "An unexpected error has occurred. Please retry your request later.");
  }

  @Override
  public Answer rateLimited(Call call, Duration wait) {
    String id =
        login.accountOf(call).flatMap(accounts::find).map(PracticeAccount::remoteId).orElse("0");
    return FacebookLimits.exceeded(id, wait);
  }

  @Override
  public Answer tokenExpired() {
    return PersonSignIn.dead();
  }
}
