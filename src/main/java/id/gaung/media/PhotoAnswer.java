package id.gaung.media;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.file.Files;

/** Streams a photo's file. */
public final class PhotoAnswer {

  private PhotoAnswer() {}

  /**
   * @param caching the Cache-Control header
   */
  public static Response of(FittedPhoto photo, Request request, String caching) {
    EntityTag tag = new EntityTag(photo.sha256());
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    if (unchanged != null) {
      return unchanged.tag(tag).header(HttpHeaders.CACHE_CONTROL, caching).build();
    }
    StreamingOutput content = out -> Files.copy(photo.path(), out);
    return Response.ok(content, photo.mimeType())
        .header(HttpHeaders.CONTENT_LENGTH, photo.bytes())
        .header(HttpHeaders.CACHE_CONTROL, caching)
        .tag(tag)
        .build();
  }
}
