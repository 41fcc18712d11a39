package id.gaung.sandbox;

/** A picture as a post shows it. */
public record PostPicture(
    long postId,
    long mediaId,
    String remoteId,
    String mimeType,
    int width,
    int height,
    int size,
    String alt) {}
