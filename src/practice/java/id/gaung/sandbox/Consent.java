package id.gaung.sandbox;

import id.gaung.kernel.Network;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** OAuth's authorization endpoint: asks a person for which practice account an app may act. */
final class Consent {

  static final String OUT_OF_BAND = "urn:ietf:wg:oauth:2.0:oob";

  private static final List<String> CARRIED =
      List.of(
          "response_type",
          "client_id",
          "client_key",
          "redirect_uri",
          "scope",
          "state",
          "code_challenge",
          "code_challenge_method");

  private final Network network;
  private final AccountDao accounts;
  private final AppDao apps;
  private final PublicPages pages;
  private final Clock clock;
  private final Duration codeLife;
  private final String fragment;
  private final String clientName;

  /**
   * @param fragment what the network hangs on the redirect, such as Instagram's {@code #_}
   */
  Consent(
      Network network,
      Jdbi jdbi,
      Clock clock,
      PublicPages pages,
      Duration codeLife,
      String fragment) {
    this(network, jdbi, clock, pages, codeLife, fragment, "client_id");
  }

  /**
   * @param clientName what the network calls the app's id
   */
  Consent(
      Network network,
      Jdbi jdbi,
      Clock clock,
      PublicPages pages,
      Duration codeLife,
      String fragment,
      String clientName) {
    this.clientName = clientName;
    this.network = network;
    this.clock = clock;
    this.pages = pages;
    this.codeLife = codeLife;
    this.fragment = fragment;
    accounts = jdbi.onDemand(AccountDao.class);
    apps = jdbi.onDemand(AppDao.class);
  }

  void register(Router router) {
    router.get("/oauth/authorize", Purpose.PAGE, this::ask);
    router.post("/oauth/authorize", Purpose.PAGE, this::decide);
  }

  /** The app, if what it asks may be shown to a person at all. */
  private Optional<PracticeApp> app(Call call) {
    return apps.find(network, call.param(clientName).orElse(""))
        .filter(app -> app.redirectsTo(redirect(call)))
        .filter(app -> !redirect(call).isEmpty());
  }

  private Answer refuseClient() {
    return pages.message(
        401, "Aplikasi atau alamat kembali tidak dikenal / Unknown app or redirect address");
  }

  private Answer ask(Call call) {
    Optional<PracticeApp> app = app(call);
    if (app.isEmpty()) {
      return refuseClient();
    }
    Optional<Answer> wrong = wrong(call, app.get());
    if (wrong.isPresent()) {
      return wrong.get();
    }
    Map<String, String> fields = new LinkedHashMap<>();
    CARRIED.forEach(name -> call.param(name).ifPresent(value -> fields.put(name, value)));
    AuthorizePage page =
        new AuthorizePage(
            network.label(),
            app.get().name(),
            String.join(", ", Scopes.of(scope(call))),
            call.path(),
            fields,
            accounts.list(network).stream()
                .map(
                    account ->
                        new PracticeAccountPage(
                            network.label(), account.displayName(), account.handle(), "", 0))
                .toList());
    return pages.page(200, "sandbox/authorize.jte", Map.of("page", page));
  }

  private Answer decide(Call call) {
    Optional<PracticeApp> app = app(call);
    if (app.isEmpty()) {
      return refuseClient();
    }
    Optional<Answer> wrong = wrong(call, app.get());
    if (wrong.isPresent()) {
      return wrong.get();
    }
    Optional<PracticeAccount> account =
        accounts.findByHandle(network, call.param("account").orElse(""));
    if (!call.param("decision").orElse("").equals("allow") || account.isEmpty()) {
      return back(
          call,
          Map.of(
              "error", "access_denied",
              "error_reason", "user_denied",
              "error_description", "The resource owner denied the request."));
    }
    String code = Ticket.next();
    apps.createCode(
        code,
        app.get().id(),
        account.get().id(),
        redirect(call),
        String.join(" ", Scopes.of(scope(call))),
        call.param("code_challenge").orElse(""),
        clock.instant().plus(codeLife));
    return redirect(call).equals(OUT_OF_BAND)
        ? pages.page(200, "sandbox/code.jte", Map.of("network", network.label(), "code", code))
        : back(call, Map.of("code", code));
  }

  /** What is wrong with the request but may be told to the app. */
  private Optional<Answer> wrong(Call call, PracticeApp app) {
    if (!call.param("response_type").orElse("").equals("code")) {
      return Optional.of(back(call, Map.of("error", "unsupported_response_type")));
    }
    if (!app.mayAsk(scope(call))) {
      return Optional.of(back(call, Map.of("error", "invalid_scope")));
    }
    boolean plain =
        call.param("code_challenge").isPresent()
            && !call.param("code_challenge_method").orElse("").equals("S256");
    return plain ? Optional.of(back(call, Map.of("error", "invalid_request"))) : Optional.empty();
  }

  private Answer back(Call call, Map<String, String> results) {
    if (redirect(call).equals(OUT_OF_BAND)) {
      return pages.message(400, results.getOrDefault("error", ""));
    }
    Map<String, String> params = new LinkedHashMap<>(results);
    call.param("state").ifPresent(state -> params.put("state", state));
    StringBuilder location = new StringBuilder(redirect(call));
    char separator = redirect(call).contains("?") ? '&' : '?';
    for (Map.Entry<String, String> param : params.entrySet()) {
      location
          .append(separator)
          .append(param.getKey())
          .append('=')
          .append(URLEncoder.encode(param.getValue(), StandardCharsets.UTF_8));
      separator = '&';
    }
    return Answer.redirect(location + fragment);
  }

  private static String redirect(Call call) {
    return call.param("redirect_uri").orElse("");
  }

  private static String scope(Call call) {
    return call.param("scope").orElse("read");
  }
}
