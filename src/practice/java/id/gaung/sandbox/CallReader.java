package id.gaung.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
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

/** Reads a Jetty request whole: query, form, JSON or multipart. */
final class CallReader {

  /** The blob limit of Bluesky's own hosts, the largest of the three networks' picture limits. */
  static final int MAX_BODY = 52_428_800;

  private static final MultiPartConfig MULTIPART =
      new MultiPartConfig.Builder().maxSize(MAX_BODY).maxMemoryPartSize(MAX_BODY).build();

  private CallReader() {}

  /** The body is larger than any of the networks takes. */
  static final class TooLarge extends Exception {
    private static final long serialVersionUID = 1L;
  }

  static Call read(Request request) throws IOException, TooLarge {
    Map<String, String> headers = new HashMap<>();
    request
        .getHeaders()
        .forEach(field -> headers.put(field.getName().toLowerCase(Locale.ROOT), field.getValue()));
    Map<String, List<String>> params = new LinkedHashMap<>();
    String query = request.getHttpURI().getQuery();
    decode(query == null ? "" : query, params);
    Map<String, Call.Upload> uploads = new HashMap<>();
    byte[] body = new byte[0];
    String type = headers.getOrDefault("content-type", "");
    if (type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
      readParts(request, type, params, uploads);
    } else {
      body = readBody(request);
    }
    if (type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded")) {
      decode(new String(body, StandardCharsets.UTF_8), params);
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

  private static byte[] readBody(Request request) throws IOException, TooLarge {
    InputStream in = Content.Source.asInputStream(request);
    byte[] body = in.readNBytes(MAX_BODY + 1);
    if (body.length > MAX_BODY) {
      throw new TooLarge();
    }
    return body;
  }

  private static void readParts(
      Request request,
      String type,
      Map<String, List<String>> params,
      Map<String, Call.Upload> uploads)
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
                new Call.Upload(
                    mimeType == null ? "application/octet-stream" : mimeType, in.readAllBytes()));
          }
        }
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
