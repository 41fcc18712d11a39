package id.gaung.collaboration;

import java.util.Optional;
import java.util.UUID;

/**
 * Names a photo that came with a draft which was refused, so that the form can carry it on. The
 * name holds a signature of deliverable and photo: whoever has a link cannot send, or look at, a
 * photo that did not come for this deliverable.
 */
final class UploadKey {

  private final Signer signer;

  /**
   * @param key at least 32 bytes
   */
  UploadKey(byte[] key) {
    this.signer = new Signer(key, "gaung draft photo 1");
  }

  String name(UUID deliverableId, UUID photoId) {
    return photoId + "." + signer.sign(Signer.bytes(deliverableId), Signer.bytes(photoId));
  }

  /** The photo of that name; empty if it did not come for this deliverable. */
  Optional<UUID> photo(UUID deliverableId, String name) {
    try {
      UUID claimed = UUID.fromString(name.substring(0, Math.max(0, name.indexOf('.'))));
      return Signer.same(name, name(deliverableId, claimed))
          ? Optional.of(claimed)
          : Optional.empty();
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }
}
