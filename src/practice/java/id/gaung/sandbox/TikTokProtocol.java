package id.gaung.sandbox;

import id.gaung.kernel.Network;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** TikTok's Login Kit, drafts for the inbox and Display API. Its hosts are one server here. */
final class TikTokProtocol implements NetworkProtocol {

  private static final Duration CODE_LIFE = Duration.ofMinutes(10);

  private final TikTokSignIn login;
  private final TikTokDrafts drafts;
  private final TikTokDraftStates states;
  private final TikTokReading reading;
  private final TikTokInbox inbox;
  private final Consent consent;
  private final PublicPages pages;

  TikTokProtocol(SandboxConfig config, Jdbi jdbi, Clock clock, URI base) {
    RateWindows windows = new RateWindows(clock, config.enforceLimits());
    login = new TikTokSignIn(jdbi, clock);
    drafts = new TikTokDrafts(config, jdbi, clock, login, windows, base);
    states = new TikTokDraftStates(jdbi, clock, login);
    pages = new PublicPages(TikTokServer.NETWORK, jdbi, clock);
    reading = new TikTokReading(jdbi, clock, login, windows, pages, base);
    inbox = new TikTokInbox(jdbi, clock, pages);
    consent = new Consent(TikTokServer.NETWORK, jdbi, clock, pages, CODE_LIFE, "", "client_key");
  }

  @Override
  public Network network() {
    return TikTokServer.NETWORK;
  }

  @Override
  public String route(String path) {
    return path.replaceFirst("^/v2/auth/authorize/?$", "/oauth/authorize");
  }

  @Override
  public String route(Call call) {
    return TikTokDrafts.route(call, route(call.path()));
  }

  @Override
  public void register(Router router) {
    consent.register(router);
    login.register(router);
    drafts.register(router);
    states.register(router);
    reading.register(router);
    inbox.register(router);
    pages.register(router);
    pages.alsoAt(router, "/@{account}/photo/{post}");
  }

  @Override
  public Optional<Long> accountOf(Call call) {
    return login.accountOf(call).or(() -> drafts.accountOf(call));
  }

  @Override
  public Answer notFound(Call call) {
    return TikTokAnswers.refused(404, "invalid_params", "Unsupported path(Janus)");
  }

  @Override
  public Answer tooLarge() {
    return TikTokAnswers.refused(413, "invalid_params", "The request is too large");
  }

  @Override
  public Answer serverError() {
    return TikTokAnswers.refused(500, "internal_error", "Something went wrong. Try again later.");
  }

  @Override
  public Answer rateLimited(Call call, Duration wait) {
    return TikTokAnswers.refused(
        429, "rate_limit_exceeded", "The API rate limit was exceeded. Please try again later.");
  }

  @Override
  public Answer tokenExpired() {
    return TikTokSignIn.invalid();
  }
}
