package id.gaung.identity;

import id.gaung.web.SiteCookies;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.util.Optional;

/** The cookie that holds a session's token; it ends with the browser, the session by its row. */
final class SessionCookie {

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

  private NewCookie.Builder base(ContainerRequestContext request) {
    return new NewCookie.Builder(SiteCookies.SESSION)
        .path("/")
        .httpOnly(true)
        .secure(https || request.getSecurityContext().isSecure())
        .sameSite(NewCookie.SameSite.LAX);
  }
}
