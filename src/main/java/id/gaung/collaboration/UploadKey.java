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
 * Names a photo that came with a draft which was refused, so that the form can carry it on. The
 * name holds an HMAC-SHA256 of deliverable and photo: whoever has a link cannot send, or look at, a
 * photo that did not come for this deliverable.
 */
final class UploadKey {

  private static final byte[] PURPOSE = "gaung draft photo 1".getBytes(StandardCharsets.US_ASCII);
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final byte[] key;

  /**
   * @param key at least 32 bytes
   */
  UploadKey(byte[] key) {
    this.key = key.clone();
  }

  String name(UUID deliverableId, UUID photoId) {
    return photoId + "." + ENCODER.encodeToString(mac(deliverableId, photoId));
  }

  /** The photo of that name; empty if it did not come for this deliverable. */
  Optional<UUID> photo(UUID deliverableId, String name) {
    try {
      UUID claimed = UUID.fromString(name.substring(0, Math.max(0, name.indexOf('.'))));
      boolean ours =
          MessageDigest.isEqual(
              name.getBytes(StandardCharsets.UTF_8),
              name(deliverableId, claimed).getBytes(StandardCharsets.UTF_8));
      return ours ? Optional.of(claimed) : Optional.empty();
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }

  private byte[] mac(UUID deliverableId, UUID photoId) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update(PURPOSE);
      mac.update(bytes(deliverableId));
      return mac.doFinal(bytes(photoId));
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
