package id.gaung.kernel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs with HMAC-SHA256 under the server's key, so that nothing in the database makes a signature.
 * What is signed for one purpose proves nothing for another.
 */
public final class Signer {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHORTEST_KEY = 32;
  private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final SecretKeySpec key;
  private final byte[] purpose;

  /**
   * @param key at least 32 bytes
   * @param purpose in ASCII; never given to two kinds of things
   */
  public Signer(byte[] key, String purpose) {
    if (key.length < SHORTEST_KEY) {
      throw new IllegalArgumentException("a signing key needs 32 bytes");
    }
    this.key = new SecretKeySpec(key, ALGORITHM);
    this.purpose = purpose.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * The signature in 43 letters of an address.
   *
   * @param parts each of a length that its purpose fixes: they are signed without a mark between
   */
  public String sign(byte[]... parts) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(purpose);
      for (byte[] part : parts) {
        mac.update(part);
      }
      return ENCODER.encodeToString(mac.doFinal());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** An id with the signature of it and more, for an address; {@link #claimed} reads the id. */
  public String token(UUID id, byte[]... more) {
    byte[][] parts = new byte[more.length + 1][];
    parts[0] = bytes(id);
    System.arraycopy(more, 0, parts, 1, more.length);
    return ENCODER.encodeToString(bytes(id)) + "." + sign(parts);
  }

  /** Which id a token claims to be of; proves nothing. */
  public static Optional<UUID> claimed(String token) {
    try {
      byte[] id = DECODER.decode(token.substring(0, Math.max(0, token.indexOf('.'))));
      ByteBuffer buffer = ByteBuffer.wrap(id);
      return id.length == 16
          ? Optional.of(new UUID(buffer.getLong(), buffer.getLong()))
          : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** Whether a signed text is the one that was brought; takes as long for right and wrong. */
  public static boolean same(String brought, String signed) {
    return MessageDigest.isEqual(
        brought.getBytes(StandardCharsets.UTF_8), signed.getBytes(StandardCharsets.UTF_8));
  }

  /** The 16 bytes of an id. */
  public static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }
}
