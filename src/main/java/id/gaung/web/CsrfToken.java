package id.gaung.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Cookie;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The token that proves that a form came from a page of ours: a random cookie which scripts cannot
 * read, repeated in each form (OWASP's double submit), next to the same-origin check of {@link
 * SameOriginFilter}.
 */
final class CsrfToken {

  static final String COOKIE = "gaung_csrf";
  static final String FIELD = "_csrf";
  static final String HEADER = "X-CSRF-Token";
  private static final String MADE = "gaung.csrf.made";
  private static final SecureRandom RANDOM = new SecureRandom();

  private CsrfToken() {}

  /** The request's token; a new one if it has none, which the response then sets. */
  static String of(ContainerRequestContext request) {
    Cookie cookie = request.getCookies().get(COOKIE);
    if (cookie != null && cookie.getValue().length() >= 40) {
      return cookie.getValue();
    }
    if (request.getProperty(MADE) instanceof String made) {
      return made;
    }
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    String made = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    request.setProperty(MADE, made);
    return made;
  }

  static boolean isNew(ContainerRequestContext request) {
    return request.getProperty(MADE) != null;
  }

  static boolean matches(ContainerRequestContext request, String given) {
    Cookie cookie = request.getCookies().get(COOKIE);
    return cookie != null
        && cookie.getValue().length() >= 40
        && MessageDigest.isEqual(
            cookie.getValue().getBytes(StandardCharsets.UTF_8),
            given.getBytes(StandardCharsets.UTF_8));
  }
}
