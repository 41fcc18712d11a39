package id.gaung.collaboration;

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
 * Makes and checks the tokens of offers' links. A token is the offer's id and an HMAC-SHA256 of id
 * and link number under the server's key: nothing in the database opens a link, and staff can copy
 * the same link again at any time.
 */
final class LinkKey {

  private static final byte[] PURPOSE = "gaung offer link 1".getBytes(StandardCharsets.US_ASCII);
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

  private final byte[] key;

  /**
   * @param key at least 32 bytes
   */
  LinkKey(byte[] key) {
    if (key.length < 32) {
      throw new IllegalArgumentException("a link key needs 32 bytes");
    }
    this.key = key.clone();
  }

  String token(UUID offerId, int linkNumber) {
    return ENCODER.encodeToString(bytes(offerId))
        + "."
        + ENCODER.encodeToString(mac(offerId, linkNumber));
  }

  /** Which offer a token claims to open; proves nothing. */
  static Optional<UUID> claimed(String token) {
    int dot = token.indexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    try {
      byte[] id = DECODER.decode(token.substring(0, dot));
      if (id.length != 16) {
        return Optional.empty();
      }
      ByteBuffer buffer = ByteBuffer.wrap(id);
      return Optional.of(new UUID(buffer.getLong(), buffer.getLong()));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** Whether the token is the link of that number; takes the same time for right and wrong. */
  boolean opens(String token, UUID offerId, int linkNumber) {
    return MessageDigest.isEqual(
        token.getBytes(StandardCharsets.UTF_8),
        token(offerId, linkNumber).getBytes(StandardCharsets.UTF_8));
  }

  private byte[] mac(UUID offerId, int linkNumber) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update(PURPOSE);
      mac.update(bytes(offerId));
      return mac.doFinal(ByteBuffer.allocate(4).putInt(linkNumber).array());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }
}
