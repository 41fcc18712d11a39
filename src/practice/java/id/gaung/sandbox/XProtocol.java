package id.gaung.sandbox;

import id.gaung.kernel.Network;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The second version of X's API, and its pages; both hosts are one server here. */
final class XProtocol implements NetworkProtocol {

  private static final Duration CODE_LIFE = Duration.ofSeconds(30);

  private final XRateLimits limits;
  private final XSignIn login;
  private final XUploads uploads;
  private final XPosting posting;
  private final XReading reading;
  private final Consent consent;
  private final PublicPages pages;

  XProtocol(SandboxConfig config, Jdbi jdbi, Clock clock) {
    limits = new XRateLimits(new RateWindows(clock, config.enforceLimits()), clock);
    login = new XSignIn(jdbi, clock);
    XEntities entities = new XEntities(clock);
    uploads = new XUploads(jdbi, clock, login, limits, config.containerTime());
    posting = new XPosting(jdbi, clock, login, limits, entities, uploads);
    reading = new XReading(jdbi, clock, login, limits, entities);
    pages = new PublicPages(XServer.NETWORK, jdbi, clock);
    consent = new Consent(XServer.NETWORK, jdbi, clock, pages, CODE_LIFE, "");
  }

  @Override
  public Network network() {
    return XServer.NETWORK;
  }

  @Override
  public String route(String path) {
    return path.replaceFirst("^/i/oauth2/authorize$", "/oauth/authorize");
  }

  @Override
  public void register(Router router) {
    consent.register(router);
    login.register(router);
    uploads.register(router);
    posting.register(router);
    reading.register(router);
    pages.register(router);
  }

  @Override
  public Optional<Long> accountOf(Call call) {
    return login.accountOf(call);
  }

  @Override
  public Answer notFound(Call call) {
    return call.path().startsWith("/2/")
        ? XProblems.problem(404, "Not Found", "Not Found", "")
        : pages.notFound();
  }

  @Override
  public Answer tooLarge() {
    return Answer.html(413, "<html><body><h1>413 Request Entity Too Large</h1></body></html>");
  }

  @Override
  public Answer serverError() {
    return XProblems.problem(503, "Service Unavailable", "Service Unavailable", "");
  }

  @Override
  public Answer rateLimited(Call call, Duration wait) {
    return limits.exceeded(wait);
  }

  @Override
  public Answer tokenExpired() {
    return XProblems.unauthorized();
  }
}
