package id.gaung.media;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Streams the bytes of a photo or a video, the part of them that is asked for (RFC 9110, 14): a
 * player asks for the end first and jumps. Several parts at once are answered with all of it, as
 * may be.
 */
final class RangeAnswer {

  private static final Pattern RANGE = Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");
  private static final int PARTIAL = 206;
  private static final int NOT_SATISFIABLE = 416;

  private RangeAnswer() {}

  /**
   * @param asked the request as it came: Jersey calls HEAD a GET while it looks for an answer
   * @param caching the Cache-Control header
   */
  static Response of(
      MediaItem item,
      Library library,
      Request request,
      HttpServletRequest asked,
      HttpHeaders headers,
      String caching) {
    EntityTag tag = new EntityTag(item.sha256());
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    if (unchanged != null) {
      return unchanged.tag(tag).header(HttpHeaders.CACHE_CONTROL, caching).build();
    }
    long bytes = item.bytes();
    Optional<long[]> part = part(headers, tag, bytes);
    long from = part.map(p -> p[0]).orElse(0L);
    long length = part.map(p -> p[1]).orElse(bytes);
    if (part.isPresent() && length <= 0) {
      return Response.status(NOT_SATISFIABLE)
          .entity("")
          .type(MediaType.TEXT_PLAIN_TYPE)
          .header("Content-Range", "bytes */" + bytes)
          .build();
    }
    Response.ResponseBuilder answer = Response.status(part.isPresent() ? PARTIAL : 200);
    part.ifPresent(
        p ->
            answer.header(
                "Content-Range", "bytes " + from + "-" + (from + length - 1) + "/" + bytes));
    // Who asks only what there is gets it without the file being read.
    StreamingOutput content =
        asked.getMethod().equals(HttpMethod.HEAD)
            ? out -> {}
            : content(library, item, from, length);
    return answer
        .entity(content)
        .type(item.mimeType())
        .header(HttpHeaders.CONTENT_LENGTH, length)
        .header("Accept-Ranges", "bytes")
        .header(HttpHeaders.CACHE_CONTROL, caching)
        .tag(tag)
        .build();
  }

  private static StreamingOutput content(Library library, MediaItem item, long from, long length) {
    // Opened before the answer begins, so that a disk that is away is told of.
    InputStream bytes = library.open(item, from, length);
    return out -> {
      try (bytes) {
        bytes.transferTo(out);
      }
    };
  }

  /** Where the part begins and how long it is, 0 or less if there is no such part. */
  private static Optional<long[]> part(HttpHeaders headers, EntityTag tag, long bytes) {
    String range = headers.getHeaderString("Range");
    String unless = headers.getHeaderString("If-Range");
    boolean same = unless == null || unless.equals('"' + tag.getValue() + '"');
    Matcher asked = RANGE.matcher(range == null ? "" : range);
    if (!same || !asked.matches()) {
      return Optional.empty();
    }
    String first = asked.group(1);
    String last = asked.group(2);
    if (first.isEmpty()) {
      if (last.isEmpty()) {
        return Optional.empty();
      }
      long count = Math.min(bytes, Long.parseLong(last));
      return Optional.of(new long[] {bytes - count, count});
    }
    long from = Long.parseLong(first);
    long to = last.isEmpty() ? bytes - 1 : Math.min(bytes - 1, Long.parseLong(last));
    return !last.isEmpty() && Long.parseLong(last) < from
        ? Optional.empty()
        : Optional.of(new long[] {from, to - from + 1});
  }
}
