package id.gaung.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A secret of 256 random bits that is handed out once. Only its SHA-256 is stored: it is random
 * enough that no slower hash is needed. Cannot be printed by accident.
 */
public final class Token {

  /** Of a random one without a prefix, in characters. */
  static final int LENGTH = 43;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final String value;

  private Token(String value) {
    this.value = value;
  }

  static Token random(String prefix) {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return new Token(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** What somebody presented, whether or not it is good. */
  static Token presented(String value) {
    return new Token(value);
  }

  /** The secret itself, for the one answer that hands it out. */
  public String value() {
    return value;
  }

  byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public String toString() {
    return "Token[hidden]";
  }
}
