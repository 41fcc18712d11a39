package id.gaung.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Proof Key for Code Exchange, RFC 7636 with S256: only who began to connect can use the code.
 *
 * @param verifier secret until the code is exchanged
 */
public record Pkce(String verifier) {

  private static final SecureRandom RANDOM = new SecureRandom();

  public static Pkce random() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return new Pkce(base64(bytes));
  }

  public String challenge() {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return base64(sha256.digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Never the verifier: this text may reach a log. */
  @Override
  public String toString() {
    return "Pkce";
  }
}
