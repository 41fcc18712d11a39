package id.gaung;

import com.google.crypto.tink.subtle.Hkdf;
import id.gaung.kernel.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** One key per purpose, all from the one secret of the configuration (HKDF, RFC 5869). */
final class Keys {

  private static final int BYTES = 32;

  private final byte[] secret;

  Keys(Secret secret) {
    this.secret = secret.reveal().getBytes(StandardCharsets.UTF_8);
  }

  byte[] forPurpose(String purpose) {
    try {
      return Hkdf.computeHkdf(
          "HMACSHA256", secret, new byte[0], purpose.getBytes(StandardCharsets.UTF_8), BYTES);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
