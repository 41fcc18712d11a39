package id.gaung.sandbox;

import id.gaung.kernel.Network;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;

/** LinkedIn's versioned API and its pages; its hosts are one server here. */
final class LinkedInProtocol implements NetworkProtocol {

  private static final Duration CODE_LIFE = Duration.ofMinutes(30);

  /** A page's name has a slash in it. */
  private static final Pattern PAGE = Pattern.compile("/(avatars/)?(company/[^/]+?)(\\.png)?/?");

  private final AccountDao accounts;
  private final LinkedInSignIn login;
  private final LinkedInUploading uploads;
  private final LinkedInPosting posting;
  private final LinkedInReading reading;
  private final Consent consent;
  private final PublicPages pages;

  LinkedInProtocol(SandboxConfig config, Jdbi jdbi, Clock clock, URI root) {
    accounts = jdbi.onDemand(AccountDao.class);
    LinkedInQuota quota = new LinkedInQuota(clock, config.enforceLimits());
    login = new LinkedInSignIn(jdbi, clock);
    uploads = new LinkedInUploading(jdbi, clock, login, root, config.containerTime());
    posting = new LinkedInPosting(jdbi, clock, login, quota, uploads);
    reading = new LinkedInReading(jdbi, clock, login, config.insightsDelay());
    pages = new PublicPages(LinkedInServer.NETWORK, jdbi, clock);
    consent = new Consent(LinkedInServer.NETWORK, jdbi, clock, pages, CODE_LIFE, "");
  }

  @Override
  public Network network() {
    return LinkedInServer.NETWORK;
  }

  @Override
  public String route(String path) {
    Matcher page = PAGE.matcher(path);
    if (page.matches()) {
      String picture = page.group(1) == null ? "" : page.group(1);
      return accounts
          .findByHandle(LinkedInServer.NETWORK, page.group(2))
          .map(one -> "/" + picture + one.remoteId() + (picture.isEmpty() ? "" : ".png"))
          .orElse(path);
    }
    return path.replaceFirst("^/oauth/v2/authorization$", "/oauth/authorize");
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
    return call.path().startsWith("/rest/")
        ? LinkedInProblems.problem(404, "RESOURCE_NOT_FOUND", 0, "No virtual resource found")
        : pages.notFound();
  }

  @Override
  public Answer tooLarge() {
    return Answer.html(413, "<html><body><h1>413 Request Entity Too Large</h1></body></html>");
  }

  @Override
  public Answer serverError() {
    return LinkedInProblems.problem(500, "", 0, "Internal Server Error");
  }

  /** LinkedIn tells no wait; a fault of so many seconds does. */
  @Override
  public Answer rateLimited(Call call, Duration wait) {
    return LinkedInProblems.problem(
            429,
            "TOO_MANY_REQUESTS",
            101,
            "Resource level throttle limit for calls to this resource is reached.")
        .with("Retry-After", String.valueOf(wait.toSeconds()));
  }

  @Override
  public Answer tokenExpired() {
    return LinkedInProblems.expired();
  }
}
