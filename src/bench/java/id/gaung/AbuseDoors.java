package id.gaung;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * The doors of a running Gaung, as its own description and its pages name them, and what is sent
 * there by a number: mostly something near to what a door takes, with one thing wrong.
 */
final class AbuseDoors {

  /** Doors by which staff rightly end the sending, or their own way in. */
  private static final Pattern ENDING =
      Pattern.compile(
          ".*(publishing/(start|stop)|disconnect|/renditions/|campaigns/[^/]+/[^/]+|sign-out"
              + "|people/[^/]+.*|profile.*|revoke)");

  private static final Pattern UUIDS =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final int PAGES = 120;

  private record Door(String method, String path, JsonNode schema, Map<String, String> fields) {}

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build();
  private final ObjectMapper json = new ObjectMapper();
  private final List<Door> doors = new ArrayList<>();
  private final List<String> ids = new ArrayList<>();
  private final URI base;
  private final BenchVisitor staff;
  private final String bearer;
  private final String offer;
  private JsonNode document = json.createObjectNode();

  private AbuseDoors(int port, BenchVisitor staff, String bearer, String offer) {
    this.staff = staff;
    this.base = URI.create("http://localhost:" + port);
    this.bearer = bearer;
    this.offer = offer;
  }

  /**
   * @param staff signed in
   * @param bearer a token of theirs
   * @param offer the token of an offer's link
   */
  static AbuseDoors of(int port, BenchVisitor staff, String bearer, String offer)
      throws IOException, InterruptedException {
    AbuseDoors all = new AbuseDoors(port, staff, bearer, offer);
    all.document = all.json.readTree(staff.get("/api/v1/openapi.json").body());
    all.document
        .get("paths")
        .fields()
        .forEachRemaining(
            path ->
                path.getValue()
                    .fields()
                    .forEachRemaining(
                        operation ->
                            all.add(
                                operation.getKey().toUpperCase(java.util.Locale.ROOT),
                                path.getKey(),
                                operation.getValue().findPath("requestBody").findPath("schema"),
                                Map.of())));
    all.crawl();
    return all;
  }

  int size() {
    return doors.size();
  }

  private void add(String method, String path, JsonNode schema, Map<String, String> fields) {
    boolean reads = method.equals("GET") || method.equals("HEAD");
    if (reads || !ENDING.matcher(path).matches()) {
      doors.add(new Door(method, path, schema, fields));
    }
  }

  /** Follows links, one page of a kind, and takes the forms on them. */
  private void crawl() throws IOException, InterruptedException {
    Map<String, Boolean> seen = new LinkedHashMap<>();
    Deque<String> open = new ArrayDeque<>(List.of("/", "/sign-in", "/o/" + offer));
    while (!open.isEmpty() && seen.size() < PAGES) {
      String path = open.poll();
      if (seen.putIfAbsent(UUIDS.matcher(path).replaceAll("{id}").replaceAll("[0-9]+", "1"), true)
          != null) {
        continue;
      }
      String html = staff.get(path).body();
      Matcher found = UUIDS.matcher(html);
      while (found.find()) {
        ids.add(found.group());
      }
      add("GET", path, json.nullNode(), Map.of());
      for (Element link : Jsoup.parse(html).select("a[href^=/], form")) {
        if (link.hasAttr("href")) {
          open.add(link.attr("href").replaceAll("[#].*", ""));
        } else {
          Map<String, String> fields = new LinkedHashMap<>();
          link.select("[name]").forEach(field -> fields.put(field.attr("name"), field.val()));
          String action = link.hasAttr("action") ? link.attr("action") : path;
          add(link.attr("method").isEmpty() ? "GET" : "POST", action, json.nullNode(), fields);
        }
      }
    }
  }

  HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  /** The same for the same number and doors. */
  HttpRequest request(long number) {
    Random random = new Random(number);
    Door door =
        random.nextInt(50) == 0
            ? new Door(
                "POST", "/sign-in", json.nullNode(), Map.of("email", "a@b.c", "password", "x"))
            : doors.get(random.nextInt(doors.size()));
    byte[] body = door.fields().isEmpty() ? json(door, random) : form(door, random);
    String type =
        door.fields().isEmpty() ? "application/json" : "application/x-www-form-urlencoded";
    if (random.nextInt(6) == 0) {
      type = AbuseBodies.one(AbuseBodies.TYPES, random);
    }
    if (random.nextInt(8) == 0) {
      body = AbuseBodies.odd(random);
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address(door.path(), random)).timeout(Duration.ofSeconds(60));
    if (random.nextInt(20) == 0) {
      body = AbuseBodies.zipped(body);
      request.header("Content-Encoding", "gzip");
    }
    switch (random.nextInt(4)) {
      case 0 -> request.header("Authorization", "Bearer " + bearer);
      case 1, 2 -> request.header("Cookie", staff.cookies());
      default -> {}
    }
    if (random.nextInt(5) == 0) {
      String header =
          AbuseBodies.one(
              List.of(
                  "Accept",
                  "Idempotency-Key",
                  "Cookie",
                  "Range",
                  "If-None-Match",
                  "Accept-Language",
                  "X-Forwarded-For",
                  "Origin",
                  "Sec-Fetch-Site"),
              random);
      request.header(header, AbuseBodies.header(random));
    }
    boolean reads = door.method().equals("GET") || door.method().equals("HEAD");
    return request
        .header("Content-Type", type)
        .method(
            random.nextInt(40) == 0
                ? AbuseBodies.one(List.of("PUT", "DELETE", "PATCH", "OPTIONS"), random)
                : door.method(),
            reads ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
        .build();
  }

  private URI address(String template, Random random) {
    Matcher parts = Pattern.compile("\\{[^}]*}").matcher(template);
    String path =
        parts.replaceAll(
            part ->
                part.group().equals("{token}") && random.nextInt(4) > 0
                    ? offer
                    : random.nextInt(3) > 0
                        ? id(random)
                        : AbuseBodies.encoded(AbuseBodies.word(random, 300)));
    String query =
        random.nextInt(4) > 0
            ? ""
            : (path.contains("?") ? "&" : "?")
                + AbuseBodies.one(
                    List.of("page", "q", "week", "month", "state", "name", "x"), random)
                + "="
                + AbuseBodies.encoded(AbuseBodies.word(random, 2_000));
    return URI.create(base + path.replace(" ", "%20") + query);
  }

  private byte[] form(Door door, Random random) {
    List<String> pairs = new ArrayList<>();
    door.fields()
        .forEach(
            (name, value) ->
                pairs.add(
                    AbuseBodies.encoded(name)
                        + "="
                        + AbuseBodies.encoded(
                            random.nextInt(4) == 0 ? AbuseBodies.word(random, 200_000) : value)));
    return String.join("&", pairs).getBytes(StandardCharsets.UTF_8);
  }

  private byte[] json(Door door, Random random) {
    return value(door.schema(), random, 0).getBytes(StandardCharsets.UTF_8);
  }

  private String value(JsonNode described, Random random, int depth) {
    JsonNode schema =
        described.has("$ref")
            ? document.at(described.get("$ref").asText().substring(1))
            : described;
    if (random.nextInt(12) == 0 || depth > 6) {
      return random.nextBoolean()
          ? quoted(AbuseBodies.word(random, 200_000))
          : AbuseBodies.one(
              List.of("null", "-1", "1e400", "12.345", "[]", "{}", "[[]]", "true", "NaN"), random);
    }
    if (schema.has("properties")) {
      List<String> members = new ArrayList<>();
      schema
          .get("properties")
          .fields()
          .forEachRemaining(
              f -> members.add(quoted(f.getKey()) + ":" + value(f.getValue(), random, depth + 1)));
      return "{" + String.join(",", members) + "}";
    }
    if (schema.has("items")) {
      return "[" + value(schema.get("items"), random, depth + 1) + "]";
    }
    if (schema.has("enum")) {
      return quoted(schema.get("enum").get(random.nextInt(schema.get("enum").size())).asText());
    }
    String type = schema.path("type").asText();
    return switch (schema.path("format").asText()) {
      case "uuid" -> quoted(id(random));
      case "date" -> quoted("2026-12-0" + (1 + random.nextInt(9)));
      case "int32", "int64" -> Integer.toString(random.nextInt(100_000));
      default -> type.equals("boolean") ? "true" : quoted("kopi " + random.nextInt());
    };
  }

  private String id(Random random) {
    return random.nextInt(5) == 0 || ids.isEmpty()
        ? new UUID(random.nextLong(), random.nextLong()).toString()
        : AbuseBodies.one(ids, random);
  }

  private String quoted(String text) {
    return json.getNodeFactory().textNode(text).toString();
  }
}
