package id.gaung.sandbox;

/** A picture or a video as a post shows it. */
public record PostPicture(
    long postId,
    long mediaId,
    String remoteId,
    String mimeType,
    int width,
    int height,
    int size,
    String alt,
    boolean covered) {

  public boolean isVideo() {
    return PracticeFile.isVideo(mimeType);
  }
}
