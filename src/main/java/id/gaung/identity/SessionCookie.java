package id.gaung.identity;

import id.gaung.web.SiteCookies;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The cookie that holds a session's token; it ends with the browser, the session by its row. */
final class SessionCookie {

  private static final String BROWSER = "gaung_browser";

  private final boolean https;

  /**
   * @param publicUrl under https the cookie is sent back over https alone, also where a proxy in
   *     front of Gaung speaks https for it
   */
  SessionCookie(URI publicUrl) {
    this.https = "https".equalsIgnoreCase(publicUrl.getScheme());
  }

  NewCookie of(Token token, ContainerRequestContext request) {
    return base(request).value(token.value()).build();
  }

  NewCookie removed(ContainerRequestContext request) {
    return base(request).value("").maxAge(0).build();
  }

  static Optional<Token> in(ContainerRequestContext request) {
    return SiteCookies.value(request, SiteCookies.SESSION)
        .filter(value -> !value.isEmpty())
        .map(Token::presented);
  }

  /** By what the browser is known, if somebody signed in with it before. */
  static Optional<Token> browser(ContainerRequestContext request) {
    return SiteCookies.value(request, BROWSER)
        .filter(value -> value.length() == Token.LENGTH)
        .map(Token::presented);
  }

  NewCookie known(Token browser, ContainerRequestContext request) {
    return base(BROWSER, request)
        .value(browser.value())
        .maxAge((int) Duration.ofDays(180).toSeconds())
        .build();
  }

  private NewCookie.Builder base(ContainerRequestContext request) {
    return base(SiteCookies.SESSION, request);
  }

  private NewCookie.Builder base(String name, ContainerRequestContext request) {
    return new NewCookie.Builder(name)
        .path("/")
        .httpOnly(true)
        .secure(https || request.getSecurityContext().isSecure())
        .sameSite(NewCookie.SameSite.LAX);
  }
}
