package id.gaung.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.NewCookie;

/** Security headers, the CSRF cookie, and the end of a message that has been shown. */
final class ResponseHeadersFilter implements ContainerResponseFilter {

  /** Nothing from another host, no inline script, no inline style. */
  static final String CSP =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
          + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'; manifest-src 'self'";

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    MultivaluedMap<String, Object> headers = response.getHeaders();
    headers.putSingle("Content-Security-Policy", CSP);
    headers.putSingle("X-Content-Type-Options", "nosniff");
    headers.putSingle("X-Frame-Options", "DENY");
    // The address of an offer's page is a key: it must not reach another site.
    headers.putSingle("Referrer-Policy", "same-origin");
    headers.putSingle("Cross-Origin-Opener-Policy", "same-origin");
    headers.putSingle("Permissions-Policy", "geolocation=(), microphone=()");
    if (!headers.containsKey(HttpHeaders.CACHE_CONTROL)) {
      headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
    }
    boolean shown = response.getEntity() instanceof View;
    if (shown) {
      // The page is written after the headers, so its token has to be there by now.
      String token = CsrfToken.of(request);
      if (CsrfToken.isNew(request)) {
        headers.add(HttpHeaders.SET_COOKIE, csrfCookie(token, isSecure(request)));
      }
    }
    if (shown && request.getCookies().containsKey(Flash.COOKIE)) {
      headers.add(HttpHeaders.SET_COOKIE, Flash.cleared());
    }
  }

  private static boolean isSecure(ContainerRequestContext request) {
    return request.getSecurityContext() != null && request.getSecurityContext().isSecure();
  }

  private static NewCookie csrfCookie(String value, boolean secure) {
    return new NewCookie.Builder(CsrfToken.COOKIE)
        .value(value)
        .path("/")
        .httpOnly(true)
        .secure(secure)
        .sameSite(NewCookie.SameSite.LAX)
        .build();
  }
}
