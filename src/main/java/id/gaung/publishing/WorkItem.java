package id.gaung.publishing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** A claimed rendition with its pictures: what one attempt needs. */
record WorkItem(Claimed rendition, List<RenditionPicture> pictures) {

  WorkItem {
    pictures = List.copyOf(pictures);
  }

  UUID id() {
    return rendition.id();
  }

  UUID channelId() {
    return rendition.channelId();
  }

  /** SHA-256 over everything a reader will see; each part with its length before it. */
  String payloadHash() {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      add(sha, rendition.text());
      add(sha, rendition.language());
      for (RenditionPicture picture : pictures) {
        add(sha, picture.photoId().toString());
        add(sha, picture.altText());
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void add(MessageDigest sha, String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    sha.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    sha.update(bytes);
  }
}
