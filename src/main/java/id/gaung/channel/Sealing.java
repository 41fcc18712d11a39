package id.gaung.channel;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Seals secrets for the database: AES-256-GCM (Tink) under a key derived by HKDF-SHA256 from the
 * configured secret. The context, a row's id, is authenticated: a sealed value moved to another row
 * does not open. Thread-safe.
 */
public final class Sealing {

  private static final int KEY_BYTES = 32;
  private static final byte[] PURPOSE =
      "gaung channel secrets v1".getBytes(StandardCharsets.US_ASCII);

  private final Aead aead;

  /**
   * @param secret the configured secret key, at least 32 bytes
   */
  public Sealing(byte[] secret) {
    if (secret.length < KEY_BYTES) {
      throw new IllegalArgumentException("the secret key needs at least 32 bytes");
    }
    try {
      aead = new AesGcmJce(Hkdf.computeHkdf("HMACSHA256", secret, new byte[0], PURPOSE, KEY_BYTES));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  byte[] seal(byte[] plain, String context) {
    try {
      return aead.encrypt(plain, context.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * @throws Unopened if the secret key is another one, or the bytes were changed or moved
   */
  byte[] open(byte[] sealed, String context) {
    try {
      return aead.decrypt(sealed, context.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException wrong) {
      throw new Unopened(wrong);
    }
  }

  @Override
  public String toString() {
    return "Sealing";
  }

  /** The sealed value does not open. */
  static final class Unopened extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unopened(Throwable cause) {
      super("a sealed secret does not open: another secret key, or damaged", cause);
    }
  }
}
