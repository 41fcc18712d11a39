package id.gaung.sandbox;

import id.gaung.kernel.Network;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;

/**
 * A network that speaks Meta's Graph API and publishes through containers. Its hosts are one server
 * here; a client that needs several roots may put {@code /www}, {@code /api}, {@code /graph} or,
 * for what Facebook Login opens, {@code /page} before any path.
 */
final class GraphProtocol implements NetworkProtocol {

  private static final Duration CODE_LIFE = Duration.ofHours(1);

  private final GraphDialect dialect;
  private final AccountDao accounts;
  private final GraphSignIn login;
  private final GraphLimits limits;
  private final Consumer<Router> own;
  private final GraphPublish publishing;
  private final GraphInsights insights;
  private final CalledPosts posts;
  private final Consent consent;
  private final PublicPages pages;

  /**
   * @param own makes what is the network's own: its containers and its objects as they are read
   */
  GraphProtocol(
      GraphDialect dialect,
      SandboxConfig config,
      Jdbi jdbi,
      Clock clock,
      BiFunction<GraphAccess, SandboxFaults, Consumer<Router>> own) {
    this.dialect = dialect;
    accounts = jdbi.onDemand(AccountDao.class);
    login = new GraphSignIn(dialect, jdbi, clock);
    limits = new GraphLimits(dialect, new RateWindows(clock, config.enforceLimits()));
    GraphAccess access = new GraphAccess(login, limits);
    SandboxFaults faults = new SandboxFaults(jdbi, clock);
    this.own = own.apply(access, faults);
    publishing = new GraphPublish(dialect, config, jdbi, clock, access, faults);
    posts = new CalledPosts(dialect.network(), jdbi, clock);
    insights = new GraphInsights(dialect, posts, clock, config.insightsDelay(), access);
    pages = new PublicPages(dialect.network(), jdbi, clock);
    consent = new Consent(dialect.network(), jdbi, clock, pages, CODE_LIFE, "#_");
  }

  @Override
  public Network network() {
    return dialect.network();
  }

  @Override
  public String route(String path) {
    return path.replaceFirst("^/(www|api|graph|page)(?=/)", "")
        .replaceFirst("^/v\\d+\\.\\d+(?=/)", "")
        .replaceFirst("^/dialog/oauth$", "/oauth/authorize");
  }

  @Override
  public void register(Router router) {
    new GraphBatchCalls(router, this::route, posts).register(router);
    consent.register(router);
    pages.register(router);
    login.register(router);
    publishing.register(router);
    insights.register(router);
    own.accept(router);
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
    return limits.exceeded(id, wait);
  }

  @Override
  public Answer tokenExpired() {
    return GraphSignIn.expired();
  }
}
