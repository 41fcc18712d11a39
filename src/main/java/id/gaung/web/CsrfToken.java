package id.gaung.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The token that proves that a form came from a page of ours: a cookie which scripts cannot read,
 * repeated in each form (OWASP's signed double submit), next to the same-origin check of {@link
 * SameOriginFilter}. It is bound to the session: a random part and its HMAC under the session's own
 * secret, so that a token planted by somebody else, or of another session, is worth nothing.
 */
final class CsrfToken {

  static final String COOKIE = "gaung_csrf";
  static final String FIELD = "_csrf";
  static final String HEADER = "X-CSRF-Token";

  private static final String MADE = "gaung.csrf.made";
  private static final SecureRandom RANDOM = new SecureRandom();

  private CsrfToken() {}

  /** The request's token; a new one if it has none of its session, which the response then sets. */
  static String of(ContainerRequestContext request) {
    String cookie = SiteCookies.value(request, COOKIE).orElse("");
    if (isBound(request, cookie)) {
      return cookie;
    }
    if (request.getProperty(MADE) instanceof String made) {
      return made;
    }
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    String random = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    String made = random + "." + mac(request, random);
    request.setProperty(MADE, made);
    return made;
  }

  static boolean isNew(ContainerRequestContext request) {
    return request.getProperty(MADE) != null;
  }

  static boolean matches(ContainerRequestContext request, String given) {
    String cookie = SiteCookies.value(request, COOKIE).orElse("");
    return isBound(request, cookie) && same(cookie, given);
  }

  private static boolean isBound(ContainerRequestContext request, String token) {
    int dot = token.indexOf('.');
    return dot >= 40 && same(token.substring(dot + 1), mac(request, token.substring(0, dot)));
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static String mac(ContainerRequestContext request, String random) {
    String session = SiteCookies.value(request, SiteCookies.SESSION).orElse("");
    byte[] key = ("csrf of " + session).getBytes(StandardCharsets.UTF_8);
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      byte[] made = mac.doFinal(random.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(made);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
