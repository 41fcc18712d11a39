package id.gaung.web;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * All cookies of ours under one rule. Under a public address with https they are Secure, also where
 * a proxy speaks https for us, and their names begin with {@code __Host-}: browsers then take them
 * from this host over https alone, so that nobody beside it can plant one.
 */
@PreMatching
@Priority(1)
public final class SiteCookies implements ContainerRequestFilter, ContainerResponseFilter {

  /** Holds the session's token; set and ended by identity. */
  public static final String SESSION = "gaung_session";

  private static final String PREFIX = "__Host-";
  private static final String HTTPS = SiteCookies.class.getName();

  private final boolean https;

  SiteCookies(URI publicUrl) {
    this.https = "https".equalsIgnoreCase(publicUrl.getScheme());
  }

  /** The value of a cookie of ours, by its plain name. */
  public static Optional<String> value(ContainerRequestContext request, String name) {
    String full = request.getProperty(HTTPS) == null ? name : PREFIX + name;
    return Optional.ofNullable(request.getCookies().get(full)).map(Cookie::getValue);
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (https) {
      request.setProperty(HTTPS, true);
    }
  }

  /** The last of the response's filters: doors and filters name their cookies plainly. */
  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    List<Object> set = response.getHeaders().get(HttpHeaders.SET_COOKIE);
    if (https && set != null) {
      set.replaceAll(header -> header instanceof NewCookie cookie ? hosted(cookie) : header);
    }
  }

  private static NewCookie hosted(NewCookie cookie) {
    return new NewCookie.Builder(PREFIX + cookie.getName())
        .value(cookie.getValue())
        .path("/")
        .maxAge(cookie.getMaxAge())
        .httpOnly(cookie.isHttpOnly())
        .secure(true)
        .sameSite(cookie.getSameSite())
        .build();
  }
}
