package id.gaung.media;

/** A file in the media folder and what it holds. */
record MadePhoto(String sha256, String mimeType, long bytes, int width, int height) {}
