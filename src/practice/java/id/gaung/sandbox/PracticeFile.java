package id.gaung.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/**
 * A file that was uploaded or fetched. Pictures are kept whole; of a video longer than a few
 * megabytes only its beginning, its length and its hash are, so that no memory fills with it.
 */
final class PracticeFile {

  /** The longest video of the three networks, and what is left of it. */
  static final int MAX_VIDEO = 300_000_000;

  private static final int KEPT = 4 * 1024 * 1024;
  private static final int HEAD = 16;

  /** No file: no bytes of no kind. */
  static final PracticeFile NOTHING =
      new PracticeFile("", new byte[0], new byte[0], 0, digest().digest());

  /** It is longer than was allowed. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private final String mimeType;
  private final byte[] content;
  private final byte[] head;
  private final int size;
  private final byte[] sha256;

  private PracticeFile(String mimeType, byte[] content, byte[] head, int size, byte[] sha256) {
    this.mimeType = mimeType;
    this.content = content;
    this.head = head;
    this.size = size;
    this.sha256 = sha256;
  }

  /**
   * Reads to the end.
   *
   * @param maxPicture the longest that is kept whole; a video may be {@link #MAX_VIDEO}
   */
  static PracticeFile read(InputStream in, String mimeType, int maxPicture) throws IOException {
    boolean video = isVideo(mimeType);
    int max = video ? MAX_VIDEO : maxPicture;
    MessageDigest digest = digest();
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    byte[] buffer = new byte[65_536];
    int size = 0;
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      size += n;
      if (size > max) {
        throw new TooLarge();
      }
      digest.update(buffer, 0, n);
      if (!video || size <= KEPT || kept.size() < HEAD) {
        kept.write(buffer, 0, n);
      }
    }
    byte[] content = kept.toByteArray();
    byte[] head = java.util.Arrays.copyOf(content, HEAD);
    boolean whole = content.length == size;
    return new PracticeFile(mimeType, whole ? content : new byte[0], head, size, digest.digest());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static boolean isVideo(String mimeType) {
    return mimeType.toLowerCase(Locale.ROOT).startsWith("video/");
  }

  String mimeType() {
    return mimeType;
  }

  /** All of it; empty of a long video. */
  byte[] content() {
    return content;
  }

  int size() {
    return size;
  }

  byte[] sha256() {
    return sha256;
  }

  /** Whether it begins as an MP4 or a MOV does, whatever it calls itself. */
  boolean beginsAsVideo() {
    String box = new String(head, 4, 4, StandardCharsets.US_ASCII);
    return box.equals("ftyp") || box.equals("moov") || box.equals("wide") || box.equals("mdat");
  }
}
