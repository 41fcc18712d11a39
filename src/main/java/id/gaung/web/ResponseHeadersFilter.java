package id.gaung.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.NewCookie;

/** Caching, the CSRF cookie, and the end of a message that has been shown. */
final class ResponseHeadersFilter implements ContainerResponseFilter {

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    MultivaluedMap<String, Object> headers = response.getHeaders();
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
    if (shown && SiteCookies.value(request, Flash.COOKIE).isPresent()) {
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
