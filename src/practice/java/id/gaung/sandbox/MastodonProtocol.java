package id.gaung.sandbox;

import id.gaung.kernel.Network;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** A stock Mastodon server's client API. */
final class MastodonProtocol implements NetworkProtocol {

  private static final Duration CODE_LIFE = Duration.ofMinutes(10);

  private final MastodonLimits limits;
  private final MastodonApps apps;
  private final MastodonSignIn login;
  private final MastodonInstance instance;
  private final MastodonMedia media;
  private final MastodonPosting posting;
  private final MastodonScheduled scheduled;
  private final MastodonReading reading;
  private final Consent consent;
  private final PublicPages pages;

  MastodonProtocol(SandboxConfig config, Jdbi jdbi, Clock clock, URI base) {
    SandboxFaults faults = new SandboxFaults(jdbi, clock);
    MastodonEntities entities =
        new MastodonEntities(jdbi.onDemand(PracticePostDao.class), clock, base);
    limits = new MastodonLimits(new RateWindows(clock, config.enforceLimits()), clock);
    apps = new MastodonApps(jdbi, clock, base);
    login = new MastodonSignIn(jdbi, clock, apps);
    instance = new MastodonInstance();
    media = new MastodonMedia(jdbi, clock, login, limits, entities, faults, config.containerTime());
    posting = new MastodonPosting(jdbi, clock, login, limits, entities, faults);
    scheduled = new MastodonScheduled(jdbi, clock, login, limits);
    reading = new MastodonReading(jdbi, clock, login, limits, entities, base);
    pages = new PublicPages(MastodonServer.NETWORK, jdbi, clock);
    consent = new Consent(MastodonServer.NETWORK, jdbi, clock, pages, CODE_LIFE, "");
  }

  @Override
  public Network network() {
    return MastodonServer.NETWORK;
  }

  @Override
  public void register(Router router) {
    instance.register(router);
    apps.register(router);
    login.register(router);
    consent.register(router);
    media.register(router);
    posting.register(router);
    scheduled.register(router);
    reading.register(router);
    pages.register(router);
  }

  @Override
  public Optional<Long> accountOf(Call call) {
    return login.accountOf(call);
  }

  @Override
  public Answer notFound(Call call) {
    return call.path().startsWith("/api/")
        ? MastodonErrors.error(404, "Record not found")
        : pages.notFound();
  }

  @Override
  public Answer tooLarge() {
    return Answer.html(413, "<html><body><h1>413 Request Entity Too Large</h1></body></html>");
  }

  /** A page, not JSON, as the real one answers when it breaks. */
  @Override
  public Answer serverError() {
    return Answer.html(
        500,
        "<!DOCTYPE html><html><body><h1>We're sorry, something went wrong.</h1></body></html>");
  }

  @Override
  public Answer rateLimited(Call call, Duration wait) {
    return limits.exceeded(wait);
  }

  @Override
  public Answer tokenExpired() {
    return MastodonErrors.error(401, "The access token was revoked");
  }
}
