package id.gaung.sandbox;

import id.gaung.kernel.Network;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** YouTube's Data API with Google's login. Its hosts are one server here. */
final class YouTubeProtocol implements NetworkProtocol {

  private static final Duration CODE_LIFE = Duration.ofMinutes(10);

  private final YouTubeSignIn login;
  private final YouTubeUploads uploads;
  private final YouTubeVideos videos;
  private final YouTubeComments comments;
  private final Consent consent;
  private final PublicPages pages;

  YouTubeProtocol(SandboxConfig config, Jdbi jdbi, Clock clock, URI base) {
    login = new YouTubeSignIn(jdbi, clock);
    YouTubeQuota quota = new YouTubeQuota(clock, config.enforceLimits());
    videos = new YouTubeVideos(jdbi, clock, login, quota);
    comments = new YouTubeComments(jdbi, clock, login, quota);
    uploads = new YouTubeUploads(config, jdbi, clock, login, quota, base);
    pages = new PublicPages(YouTubeServer.NETWORK, jdbi, clock);
    consent = new Consent(YouTubeServer.NETWORK, jdbi, clock, pages, CODE_LIFE, "");
  }

  @Override
  public Network network() {
    return YouTubeServer.NETWORK;
  }

  @Override
  public String route(String path) {
    return path.replaceFirst("^/o/oauth2/v2/auth$", "/oauth/authorize")
        .replaceFirst("^/youtube/v3/", "/");
  }

  /** A video's page is named in the query; what is put to a session is told by its header. */
  @Override
  public String route(Call call) {
    String path = route(call.path());
    if (path.equals("/watch")) {
      return "/shorts/" + call.param("v").orElse("");
    }
    return call.method().equals("PUT") ? path + YouTubeUploads.kind(call) : path;
  }

  @Override
  public void register(Router router) {
    consent.register(router);
    login.register(router);
    uploads.register(router);
    videos.register(router);
    comments.register(router);
    pages.register(router);
  }

  @Override
  public Optional<Long> accountOf(Call call) {
    return login.accountOf(call);
  }

  @Override
  public Answer notFound(Call call) {
    return YouTubeRefusals.error(404, "global", "notFound", "Not Found");
  }

  @Override
  public Answer tooLarge() {
    return YouTubeRefusals.error(413, "global", "uploadTooLarge", "Request Entity Too Large");
  }

  @Override
  public Answer serverError() {
    return YouTubeRefusals.error(500, "global", "backendError", "Backend Error");
  }

  @Override
  public Answer rateLimited(Call call, Duration wait) {
    return YouTubeRefusals.error(429, "usageLimits", "rateLimitExceeded", "Rate Limit Exceeded")
        .with("Retry-After", Long.toString(wait.toSeconds()));
  }

  @Override
  public Answer tokenExpired() {
    return YouTubeRefusals.unauthorized();
  }
}
