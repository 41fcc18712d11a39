package id.gaung.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartConfig;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** Reads a Jetty request: query, form, JSON or multipart; all but long videos whole. */
final class CallReader {

  /** The blob limit of Bluesky's own hosts, the largest of the three networks' picture limits. */
  static final int MAX_BODY = 52_428_800;

  /** Longer parts are files until they are read; a form of a video may carry its cover too. */
  private static final MultiPartConfig MULTIPART =
      new MultiPartConfig.Builder()
          .location(Path.of(System.getProperty("java.io.tmpdir")))
          .maxSize(PracticeFile.MAX_VIDEO + MAX_BODY)
          .maxPartSize(PracticeFile.MAX_VIDEO)
          .maxMemoryPartSize(1_000_000)
          .build();

  private CallReader() {}

  /**
   * @throws PracticeFile.TooLarge if the body is larger than any of the networks takes
   */
  static Call read(Request request) throws IOException {
    Map<String, String> headers = new HashMap<>();
    request
        .getHeaders()
        .forEach(field -> headers.put(field.getName().toLowerCase(Locale.ROOT), field.getValue()));
    Map<String, List<String>> params = new LinkedHashMap<>();
    String query = request.getHttpURI().getQuery();
    decode(query == null ? "" : query, params);
    Map<String, PracticeFile> uploads = new HashMap<>();
    String type = headers.getOrDefault("content-type", "");
    PracticeFile body = PracticeFile.read(InputStream.nullInputStream(), type, MAX_BODY);
    if (type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
      readParts(request, type, params, uploads);
    } else {
      body = PracticeFile.read(Content.Source.asInputStream(request), type, MAX_BODY);
    }
    if (type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded")) {
      decode(new String(body.content(), StandardCharsets.UTF_8), params);
    }
    return new Call(
        request.getMethod(),
        URLDecoder.decode(
            request.getHttpURI().getPath().replace("+", "%2B"), StandardCharsets.UTF_8),
        Request.getRemoteAddr(request),
        headers,
        params,
        uploads,
        body);
  }

  private static void readParts(
      Request request,
      String type,
      Map<String, List<String>> params,
      Map<String, PracticeFile> uploads)
      throws IOException {
    try (MultiPartFormData.Parts parts =
        MultiPartFormData.getParts(request, request, type, MULTIPART)) {
      for (MultiPart.Part part : parts) {
        if (part.getFileName() == null) {
          params
              .computeIfAbsent(part.getName(), name -> new ArrayList<>())
              .add(part.getContentAsString(StandardCharsets.UTF_8));
        } else {
          String mimeType = part.getHeaders().get("Content-Type");
          try (InputStream in = Content.Source.asInputStream(part.getContentSource())) {
            uploads.put(
                part.getName(),
                PracticeFile.read(
                    in, mimeType == null ? "application/octet-stream" : mimeType, MAX_BODY));
          }
        }
        part.delete();
      }
    }
  }

  private static void decode(String encoded, Map<String, List<String>> into) {
    for (String pair : encoded.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (!pair.isEmpty()) {
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        into.computeIfAbsent(
                URLDecoder.decode(name, StandardCharsets.UTF_8), key -> new ArrayList<>())
            .add(URLDecoder.decode(value, StandardCharsets.UTF_8));
      }
    }
  }
}
