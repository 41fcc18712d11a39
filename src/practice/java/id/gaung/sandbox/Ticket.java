package id.gaung.sandbox;

import java.security.SecureRandom;
import java.util.Base64;

/** Unguessable texts: tokens, codes, client secrets. */
final class Ticket {

  private static final SecureRandom RANDOM = new SecureRandom();

  private Ticket() {}

  static String next() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
