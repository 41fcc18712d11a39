package id.gaung.collaboration;

import id.gaung.kernel.Signer;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes and checks the tokens of offers' links. A token is the offer's id and the signature of id
 * and link number: nothing in the database opens a link, and staff can copy the same link again at
 * any time.
 */
final class LinkKey {

  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

  private final Signer signer;

  /**
   * @param key at least 32 bytes
   */
  LinkKey(byte[] key) {
    this.signer = new Signer(key, "gaung offer link 1");
  }

  String token(UUID offerId, int linkNumber) {
    byte[] id = Signer.bytes(offerId);
    byte[] number = ByteBuffer.allocate(4).putInt(linkNumber).array();
    return ENCODER.encodeToString(id) + "." + signer.sign(id, number);
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
    return Signer.same(token, token(offerId, linkNumber));
  }
}
