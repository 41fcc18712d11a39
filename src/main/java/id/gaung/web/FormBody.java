package id.gaung.web;

import id.gaung.kernel.Problem;
import jakarta.ws.rs.core.MediaType;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/**
 * Reads the two kinds of form that browsers send. Fields are counted while they are read, files go
 * to the disk, texts must fit in memory, and whatever no browser sends is refused: a strange
 * charset, a part without a name, a field without "=".
 *
 * @param values in the order of the body
 * @param files by their field; open until the request ends
 * @param closing deletes the files
 */
record FormBody(
    Map<String, List<String>> values, Map<String, Upload> files, @Nullable Closeable closing) {

  /** Fields and files of one form: the largest page of ours has some dozen. */
  static final int MOST_FIELDS = 500;

  /** All texts of a form with a file, together. */
  private static final long MOST_TEXT_BYTES = 1024 * 1024;

  private static final int MOST_HEADER_BYTES = 2048;
  private static final Pattern PLAIN_DISPOSITION =
      Pattern.compile(
          "form-data(\\s*;\\s*(name|filename|filename\\*)\\s*=\\s*(\"(\\\\.|[^\"\\\\])*\"|[^\";\\s]+))*"
              + "\\s*;?\\s*",
          Pattern.CASE_INSENSITIVE);
  private static @Nullable Path made;

  private static final Set<String> PLAIN_TRANSFER = Set.of("7bit", "8bit", "binary");

  static FormBody urlEncoded(MediaType type, InputStream body) throws IOException {
    utf8Only(type.getParameters().get("charset"));
    String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
    Map<String, List<String>> values = new LinkedHashMap<>();
    int fields = 0;
    for (int from = 0; from < text.length(); ) {
      int and = text.indexOf('&', from);
      int to = and < 0 ? text.length() : and;
      if (to > from) {
        counted(++fields);
        int equals = text.indexOf('=', from);
        if (equals < 0 || equals >= to) {
          throw unreadable();
        }
        String name = decoded(text.substring(from, equals));
        values
            .computeIfAbsent(name, n -> new ArrayList<>())
            .add(decoded(text.substring(equals + 1, to)));
      }
      from = to + 1;
    }
    return new FormBody(values, Map.of(), null);
  }

  static FormBody multipart(MediaType type, InputStream body) throws IOException {
    String boundary = type.getParameters().get("boundary");
    if (boundary == null || boundary.isEmpty() || boundary.length() > 70) {
      throw unreadable();
    }
    MultiPartFormData.Parser parser = new MultiPartFormData.Parser(boundary);
    parser.setMaxParts(MOST_FIELDS);
    parser.setPartHeadersMaxLength(MOST_HEADER_BYTES);
    parser.setFilesDirectory(folder());
    parser.setMaxMemoryFileSize(MOST_TEXT_BYTES / 16);
    parser.setUseFilesForPartsWithoutFileName(true);
    parser.setMaxFileSize(-1);
    parser.setMaxLength(-1);
    MultiPartFormData.Parts parts;
    try {
      parts = read(parser, body);
    } catch (CompletionException broken) {
      for (Throwable t = broken; t != null; t = t.getCause()) {
        if (t instanceof Problem problem) {
          throw problem;
        }
      }
      if (Outage.in(broken).isPresent()) {
        // The files of a form are laid onto our disk, which may be full: no fault of the form.
        throw broken;
      }
      throw unreadable();
    }
    try {
      return sorted(parts);
    } catch (IOException | RuntimeException refused) {
      parts.close();
      throw refused;
    }
  }

  // What is to take its place calls back, and a body is read here by the thread that waits for it.
  @SuppressWarnings("removal")
  private static MultiPartFormData.Parts read(MultiPartFormData.Parser parser, InputStream body) {
    return parser.parse(Content.Source.from(body)).join();
  }

  private static FormBody sorted(MultiPartFormData.Parts parts) throws IOException {
    Map<String, List<String>> values = new LinkedHashMap<>();
    Map<String, Upload> files = new HashMap<>();
    long texts = 0;
    for (MultiPart.Part part : parts) {
      check(part);
      if (part.getFileName() == null) {
        texts += part.getLength();
        if (texts > MOST_TEXT_BYTES) {
          throw Problem.of(Problem.Kind.TOO_LARGE, "problem.too-large", "1 MB");
        }
        try (InputStream in = Content.Source.asInputStream(part.createContentSource())) {
          values
              .computeIfAbsent(part.getName(), n -> new ArrayList<>())
              .add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
      } else {
        files.put(
            part.getName(),
            new Upload(
                PlainText.of(part.getFileName()),
                part.getLength(),
                () -> Content.Source.asInputStream(part.createContentSource())));
      }
    }
    return new FormBody(values, files, parts);
  }

  private static void check(MultiPart.Part part) {
    String disposition = part.getHeaders().get(HttpHeader.CONTENT_DISPOSITION);
    if (part.getName() == null
        || disposition == null
        || !PLAIN_DISPOSITION.matcher(disposition).matches()) {
      throw unreadable();
    }
    for (HttpField field : part.getHeaders()) {
      if (field.is("Content-Transfer-Encoding")
          && !PLAIN_TRANSFER.contains(field.getValue().strip().toLowerCase(Locale.ROOT))) {
        throw Problem.of(Problem.Kind.UNSUPPORTED, "problem.media-type");
      }
    }
    String type = part.getHeaders().get(HttpHeader.CONTENT_TYPE);
    if (type != null && part.getFileName() == null) {
      try {
        utf8Only(MediaType.valueOf(type).getParameters().get("charset"));
      } catch (IllegalArgumentException broken) {
        throw unreadable();
      }
    }
  }

  private static void utf8Only(@Nullable String charset) {
    if (charset != null
        && !charset.equalsIgnoreCase("utf-8")
        && !charset.equalsIgnoreCase("utf8")
        && !charset.equalsIgnoreCase("us-ascii")) {
      throw Problem.of(Problem.Kind.UNSUPPORTED, "problem.media-type");
    }
  }

  private static void counted(int fields) {
    if (fields > MOST_FIELDS) {
      throw Problem.of(
          Problem.Kind.TOO_LARGE, "problem.too-many-fields", Integer.toString(MOST_FIELDS));
    }
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      throw unreadable();
    }
  }

  private static Problem unreadable() {
    return Problem.of(Problem.Kind.MALFORMED, "problem.form");
  }

  /**
   * Where files lie while their request lasts. Made on the first of them, and anew when it is gone:
   * the disk may have been full then, and systems clear such folders of what is old.
   */
  static synchronized Path folder() throws IOException {
    Path known = made;
    if (known == null || !Files.isDirectory(known)) {
      known = Files.createTempDirectory("gaung-form-");
      known.toFile().deleteOnExit();
      made = known;
    }
    return known;
  }
}
