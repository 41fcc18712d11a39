package id.gaung.platform;

/**
 * A file of a multipart form.
 *
 * @param name of the file, as the server is told
 */
public record FilePart(
    String field, String name, String mimeType, long bytes, Picture.Content content) {}
