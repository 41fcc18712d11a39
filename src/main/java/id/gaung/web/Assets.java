package id.gaung.web;

import gg.jte.Content;
import io.dropwizard.core.setup.Environment;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Style sheets, scripts, icons and fonts. Each is served at an address that holds a digest of its
 * content, which browsers may keep for a year without asking again: another content has another
 * address. They are part of the program, so there is one set of them.
 */
public final class Assets {

  private static final String FOLDER = "/assets/";
  private static final String FONTS =
      "/META-INF/resources/_static/inter/5.2.5/files/inter-latin-%d-normal.woff2";
  private static final int DIGEST_LETTERS = 8;
  private static final Pattern URL = Pattern.compile("url\\(([\\w.-]+)\\)");

  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "webmanifest", "application/manifest+json",
          "woff2", "font/woff2");

  private static final Map<String, Asset> ALL = load();

  private static final String PHONE_STYLE =
      PhoneSheet.of(
          withAddresses(new String(read(FOLDER + "gaung.css"), StandardCharsets.UTF_8), ALL));

  private Assets() {}

  private static final class Asset {

    private final String address;
    private final String type;
    private final byte[] content;

    Asset(String address, String type, byte[] content) {
      this.address = address;
      this.type = type;
      this.content = content;
    }
  }

  /**
   * Where the file is served.
   *
   * @param name such as {@code gaung.css}
   */
  public static String address(String name) {
    return Optional.ofNullable(ALL.get(name))
        .orElseThrow(() -> new IllegalArgumentException("no asset " + name))
        .address;
  }

  /**
   * The style sheet of phone pages as an element of the page itself: on a slow network the page
   * would otherwise stay white for one more round trip. The policy names it by {@link
   * #phoneStyleSource}.
   */
  public static Content phoneStyle() {
    return output -> output.writeContent("<style>" + PHONE_STYLE + "</style>");
  }

  /** The one inline style that browsers may use, for {@code style-src}: CSP 3, section 2.3.1. */
  static String phoneStyleSource() {
    return "'sha256-" + Base64.getEncoder().encodeToString(RepeatKey.digest(PHONE_STYLE)) + "'";
  }

  /** Serves them, to everybody and beside every filter. */
  static void register(Environment environment) {
    environment.servlets().addServlet("assets", new Files()).addMapping(FOLDER + "*");
  }

  private static Map<String, Asset> load() {
    Map<String, Asset> all = new LinkedHashMap<>();
    for (String name :
        new String[] {"icon.svg", "touch.png", "icons.svg", "echo.svg", "down.svg", "film.svg"}) {
      add(all, name, read(FOLDER + name));
    }
    add(all, "app.webmanifest", withNames(read(FOLDER + "app.webmanifest"), all));
    for (int weight : new int[] {400, 600, 700}) {
      add(all, "inter-" + weight + ".woff2", read(FONTS.formatted(weight)));
    }
    for (String name :
        new String[] {
          "app.js",
          "copy.js",
          "kept.js",
          "brief.js",
          "pocket.js",
          "draft.js",
          "tus.js",
          "library.js"
        }) {
      add(all, name, read(FOLDER + name));
    }
    add(all, "htmx.js", read("/META-INF/resources/webjars/htmx.org/2.0.8/dist/htmx.min.js"));
    String sheet = new String(read(FOLDER + "gaung.css"), StandardCharsets.UTF_8);
    add(all, "gaung.css", withAddresses(sheet, all).getBytes(StandardCharsets.UTF_8));
    add(all, "paper.css", read(FOLDER + "paper.css"));
    return Map.copyOf(all);
  }

  private static void add(Map<String, Asset> all, String name, byte[] content) {
    int dot = name.lastIndexOf('.');
    String ending = name.substring(dot + 1);
    String address = FOLDER + name.substring(0, dot) + "-" + digest(content) + "." + ending;
    all.put(
        name, new Asset(address, TYPES.getOrDefault(ending, "application/octet-stream"), content));
  }

  /** A style sheet names its pictures and fonts by their names; they are served elsewhere. */
  private static String withAddresses(String css, Map<String, Asset> known) {
    return URL.matcher(css)
        .replaceAll(
            url ->
                "url(" + Optional.ofNullable(known.get(url.group(1))).orElseThrow().address + ")");
  }

  /** So does what a phone keeps of the product on its first screen. */
  private static byte[] withNames(byte[] manifest, Map<String, Asset> known) {
    String text = new String(manifest, StandardCharsets.UTF_8);
    for (Map.Entry<String, Asset> each : known.entrySet()) {
      text = text.replace('"' + each.getKey() + '"', '"' + each.getValue().address + '"');
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] read(String resource) {
    try (InputStream in =
        Objects.requireNonNull(Assets.class.getResourceAsStream(resource), resource)) {
      return in.readAllBytes();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String digest(byte[] content) {
    return UUID.nameUUIDFromBytes(content).toString().substring(0, DIGEST_LETTERS);
  }

  private static final class Files extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Map<String, Asset> BY_ADDRESS =
        ALL.values().stream().collect(Collectors.toMap(asset -> asset.address, asset -> asset));

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      Asset asset = BY_ADDRESS.get(request.getRequestURI());
      if (asset == null) {
        response.setHeader("Cache-Control", "no-store");
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
        return;
      }
      response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
      response.setContentType(asset.type);
      response.setContentLength(asset.content.length);
      response.getOutputStream().write(asset.content);
    }
  }
}
