package id.gaung.collaboration;

import id.gaung.kernel.Signer;
import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * Makes and checks the tokens of offers' links. A token is the offer's id and the signature of id
 * and link number: nothing in the database opens a link, and staff can copy the same link again at
 * any time.
 */
final class LinkKey {

  private final Signer signer;

  /**
   * @param key at least 32 bytes
   */
  LinkKey(byte[] key) {
    this.signer = new Signer(key, "gaung offer link 1");
  }

  String token(UUID offerId, int linkNumber) {
    return signer.token(offerId, ByteBuffer.allocate(4).putInt(linkNumber).array());
  }

  /** Whether the token is the link of that number; takes the same time for right and wrong. */
  boolean opens(String token, UUID offerId, int linkNumber) {
    return Signer.same(token, token(offerId, linkNumber));
  }
}
