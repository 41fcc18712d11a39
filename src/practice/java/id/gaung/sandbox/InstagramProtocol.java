package id.gaung.sandbox;

import id.gaung.kernel.Network;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Instagram with Instagram Login. Its three hosts are one server here; a client that needs three
 * roots may put {@code /www}, {@code /api} or {@code /graph} before any path.
 */
final class InstagramProtocol implements NetworkProtocol {

  private static final Duration CODE_LIFE = Duration.ofHours(1);

  private final AccountDao accounts;
  private final InstagramSignIn login;
  private final InstagramContainers containers;
  private final InstagramPublish publishing;
  private final InstagramReading reading;
  private final InstagramInsights insights;
  private final Consent consent;
  private final PublicPages pages;

  InstagramProtocol(SandboxConfig config, Jdbi jdbi, Clock clock, URI base) {
    accounts = jdbi.onDemand(AccountDao.class);
    login = new InstagramSignIn(jdbi, clock);
    InstagramAccess access =
        new InstagramAccess(
            login, new InstagramLimits(new RateWindows(clock, config.enforceLimits())));
    SandboxFaults faults = new SandboxFaults(jdbi, clock);
    containers = new InstagramContainers(config, jdbi, clock, access, faults);
    publishing = new InstagramPublish(config, jdbi, clock, access, faults);
    reading = new InstagramReading(jdbi, clock, access, containers, base);
    insights = new InstagramInsights(jdbi, clock, config.insightsDelay(), access);
    pages = new PublicPages(InstagramServer.NETWORK, jdbi, clock);
    consent = new Consent(InstagramServer.NETWORK, jdbi, clock, pages, CODE_LIFE, "#_");
  }

  @Override
  public Network network() {
    return InstagramServer.NETWORK;
  }

  @Override
  public String route(String path) {
    return path.replaceFirst("^/(www|api|graph)(?=/)", "").replaceFirst("^/v\\d+\\.\\d+(?=/)", "");
  }

  @Override
  public void register(Router router) {
    consent.register(router);
    pages.register(router);
    login.register(router);
    containers.register(router);
    publishing.register(router);
    insights.register(router);
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
    return InstagramLimits.exceeded(id, wait);
  }

  @Override
  public Answer tokenExpired() {
    return InstagramSignIn.expired();
  }
}
