package id.gaung;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.gaung.kernel.Role;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The API as a program uses it: over HTTP, with a bearer token and nothing else. */
@Tag("database")
class ApiIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunningGaung gaung = RunningGaung.get();
  private final HttpClient http = HttpClient.newHttpClient();
  private final String staff = gaung.token(Role.STAFF);

  @Test
  void the_openapi_document_lists_every_door_of_the_api() throws Exception {
    JsonNode paths = json(send("GET", "/api/v1/openapi.json", "", "", 200)).path("paths");
    List<String[]> doors =
        Files.readAllLines(Path.of("src/test/resources/endpoints.txt")).stream()
            .map(line -> line.split("\\s+"))
            .filter(row -> row.length > 1 && row[1].startsWith("/api/v1/"))
            .filter(row -> !row[1].endsWith("/openapi.json") && !row[0].equals("HEAD"))
            .toList();
    assertThat(doors).hasSizeGreaterThan(40);
    for (String[] door : doors) {
      JsonNode operation = paths.path(door[1]).path(door[0].toLowerCase(Locale.ROOT));
      assertThat(operation.path("summary").asText()).as(String.join(" ", door)).isNotBlank();
    }
  }

  @Test
  void the_openapi_document_says_what_goes_in_and_what_comes_out() throws Exception {
    JsonNode api = json(send("GET", "/api/v1/openapi.json", "", "", 200));
    for (JsonNode path : api.path("paths")) {
      assertThat(path.path("get").has("requestBody")).as(path.toString()).isFalse();
      for (JsonNode operation : path) {
        JsonNode responses = operation.path("responses");
        assertThat(responses.fieldNames())
            .toIterable()
            .as(operation.toString())
            .contains("default")
            .containsAnyOf("200", "201", "204");
        assertThat(resolved(api, responses.path("default")).at("/content").fieldNames())
            .toIterable()
            .containsExactly("application/problem+json");
      }
    }
    JsonNode plan =
        at(api, "/paths/~1api~1v1~1campaigns/post/requestBody/content/application~1json/schema");
    assertThat(plan.path("properties").fieldNames())
        .toIterable()
        .contains("name", "goal", "startsOn", "endsOn", "budget", "productIds", "version");
    assertThat(plan.at("/properties/budget/type").asText()).isEqualTo("integer");
    assertThat(plan.at("/properties/targetPosts/type").asText()).isEqualTo("integer");
    JsonNode made =
        at(api, "/paths/~1api~1v1~1campaigns/post/responses/201/content/application~1json/schema");
    assertThat(made.at("/properties/budget/type").asText()).isEqualTo("integer");
    assertThat(made.at("/properties/stateReason/type").asText()).isEqualTo("string");
    assertThat(api.at("/components/schemas").has("Viewer")).isFalse();
    assertThat(api.at("/components/schemas").has("Rupiah")).isFalse();
  }

  @Test
  void the_openapi_document_says_what_a_problem_is_and_where_a_token_is_needed() throws Exception {
    JsonNode api = json(send("GET", "/api/v1/openapi.json", "", "", 200));
    JsonNode problem =
        at(
            api,
            "/paths/~1api~1v1~1umkm/post/responses/default",
            "/content/application~1problem+json/schema");
    assertThat(problem.path("properties").fieldNames())
        .toIterable()
        .contains("type", "title", "status", "detail", "instance", "errors");
    JsonNode field = resolved(api, problem.at("/properties/errors/items"));
    assertThat(field.at("/properties/field/type").asText()).isEqualTo("string");
    assertThat(field.at("/properties/reason/type").asText()).isEqualTo("string");

    JsonNode open = api.at("/paths/~1api~1v1~1offer-links~1{token}/get/security");
    assertThat(open.isArray()).isTrue();
    assertThat(open).isEmpty();
    assertThat(api.at("/paths/~1api~1v1~1umkm/get").has("security")).isFalse();
    String scheme = api.at("/security/0").fieldNames().next();
    assertThat(api.at("/components/securitySchemes").path(scheme).path("scheme").asText())
        .isEqualTo("bearer");
    JsonNode drafts =
        api.at(
            "/paths/~1api~1v1~1offer-links~1{token}~1deliverables~1{id}~1submissions/post"
                + "/requestBody/content");
    assertThat(drafts.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("application/json", "multipart/form-data");
    assertThat(drafts.at("/multipart~1form-data/schema/properties/photo/type").asText())
        .isEqualTo("string");
  }

  private static JsonNode at(JsonNode api, String... pointers) {
    JsonNode found = api;
    for (String pointer : pointers) {
      found = resolved(api, found.at(pointer));
    }
    return found;
  }

  private static JsonNode resolved(JsonNode api, JsonNode node) {
    String reference = node.path("$ref").asText();
    return reference.isEmpty() ? node : api.at(reference.substring(1));
  }

  @Test
  void a_file_of_products_is_looked_at_and_taken() throws Exception {
    String head = "umkm,kecamatan,kategori,produk,harga_rupiah,nib,deskripsi,no_whatsapp\n";
    String good = head + "Sambal Uji,Balikpapan Kota,Makanan,Sambal roa,25000,1112223334445,,\n";
    JsonNode looked =
        json(
            send(
                "POST",
                "/api/v1/imports?name=uji.csv",
                "text/csv",
                good + "Sambal Uji,Nowhere,Makanan,Sambal bawang,abc,1112223334445,,\n",
                201));
    JsonNode preview = looked.path("preview");
    assertThat(preview.path("added").size()).isEqualTo(1);
    assertThat(preview.path("bad").size()).isEqualTo(2);
    for (JsonNode bad : preview.path("bad")) {
      assertThat(bad.path("line").asInt()).isEqualTo(3);
      assertThat(bad.path("column").asText()).isIn("kecamatan", "harga_rupiah");
      assertThat(bad.path("reason").asText()).isNotBlank().doesNotContain("catalogue.");
    }
    JsonNode taken = apply(looked, false);
    assertThat(taken.path("result").path("productsCreated").asInt()).isEqualTo(1);
    assertThat(taken.path("result").path("badRows").asInt()).isEqualTo(1);

    JsonNode again = json(send("POST", "/api/v1/imports", "text/csv", good, 201));
    assertThat(again.path("preview").path("unchanged").asInt()).isEqualTo(1);
    assertThat(again.path("preview").path("added").size()).isZero();

    JsonNode dearer =
        json(send("POST", "/api/v1/imports", "text/csv", good.replace("25000", "27500"), 201));
    assertThat(dearer.path("preview").path("prices").size()).isEqualTo(1);
    JsonNode confirmed = apply(dearer, true);
    assertThat(confirmed.path("result").path("pricesChanged").asInt()).isEqualTo(1);
    String id = confirmed.path("id").asText();
    JsonNode problem =
        json(
            send(
                "POST",
                "/api/v1/imports/" + id + "/apply",
                "application/json",
                "{\"confirmPrices\":true}",
                409));
    assertThat(problem.path("detail").asText()).isNotBlank();
  }

  @Test
  void a_program_does_what_the_pages_offer() throws Exception {
    JsonNode districts = json(send("GET", "/api/v1/kecamatan", "", "", 200)).path("rows");
    assertThat(districts).hasSize(6);
    JsonNode district = districts.get(0);
    int village = district.path("kelurahan").get(0).path("id").asInt();
    JsonNode umkm =
        json(
            send(
                "POST",
                "/api/v1/umkm",
                "application/json",
                "{\"name\":\"Warung Uji\",\"kecamatanCode\":\"%s\",\"kelurahanId\":%d}"
                    .formatted(district.path("code").asText(), village),
                201));
    assertThat(umkm.path("kelurahanId").asInt()).isEqualTo(village);

    assertThat(json(send("GET", "/api/v1/reviews", "", "", 200)).has("rows")).isTrue();

    JsonNode channels = json(send("GET", "/api/v1/channels", "", "", 200));
    String channel = channels.path("rows").get(0).path("id").asText();
    JsonNode checked = json(send("POST", "/api/v1/channels/" + channel + "/check", "", "", 200));
    assertThat(checked.path("id").asText()).isEqualTo(channel);

    String post = readPost();
    JsonNode before = json(send("GET", post, "", "", 200));
    JsonNode read = json(send("POST", post + "/read", "", "", 200));
    assertThat(read.path("outcome").asText()).isEqualTo("READ");
    assertThat(read.path("engagement").path("readings").size())
        .isGreaterThan(before.path("readings").size());
    JsonNode there = json(send("POST", post + "/check", "", "", 200));
    assertThat(there.path("presence").asText()).isEqualTo("PRESENT");
  }

  /** Which of the newest it is depends on the hour; of some networks nothing can be read. */
  private String readPost() throws Exception {
    JsonNode posts = json(send("GET", "/api/v1/posts?state=PUBLISHED", "", "", 200));
    for (JsonNode row : posts.path("rows")) {
      String post = "/api/v1/engagement/posts/" + row.path("id").asText();
      for (JsonNode reading : json(send("GET", post, "", "", 200)).path("readings")) {
        if (reading.path("source").asText().equals("API")) {
          return post;
        }
      }
    }
    throw new AssertionError("no post was read");
  }

  @Test
  void a_program_stores_photos_and_reads_those_of_products_and_posts() throws Exception {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB), "png", png);
    HttpRequest store =
        HttpRequest.newBuilder(URI.create(gaung.address() + "/api/v1/photos?name=uji.png"))
            .header("Authorization", "Bearer " + staff)
            .header("Content-Type", "image/png")
            .POST(HttpRequest.BodyPublishers.ofByteArray(png.toByteArray()))
            .build();
    HttpResponse<String> stored = http.send(store, HttpResponse.BodyHandlers.ofString());
    assertThat(stored.statusCode()).as(stored.body()).isEqualTo(201);
    String id = json(stored.body()).path("id").asText();
    assertThat(photo(id, "screen").getWidth()).isEqualTo(640);
    assertThat(photo(id, "thumb").getWidth()).isEqualTo(320);

    JsonNode posts = json(send("GET", "/api/v1/posts?state=PUBLISHED", "", "", 200));
    String post = posts.path("rows").get(0).path("postId").asText();
    JsonNode pictures = json(send("GET", "/api/v1/posts/" + post, "", "", 200)).path("pictures");
    assertThat(pictures).isNotEmpty();
    assertThat(photo(pictures.get(0).path("photoId").asText(), "screen").getWidth()).isPositive();
    send("GET", "/api/v1/photos/" + id + "/nonsense", "", "", 404);
  }

  private BufferedImage photo(String id, String fit) throws Exception {
    HttpRequest read =
        HttpRequest.newBuilder(URI.create(gaung.address() + "/api/v1/photos/" + id + "/" + fit))
            .header("Authorization", "Bearer " + staff)
            .build();
    HttpResponse<byte[]> answer = http.send(read, HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("image/jpeg");
    return ImageIO.read(new ByteArrayInputStream(answer.body()));
  }

  private JsonNode apply(JsonNode looked, boolean prices) throws Exception {
    return json(
        send(
            "POST",
            "/api/v1/imports/" + looked.path("id").asText() + "/apply",
            "application/json",
            "{\"confirmPrices\":" + prices + "}",
            200));
  }

  private static JsonNode json(String text) throws IOException {
    return JSON.readTree(text);
  }

  private String send(String method, String path, String type, String body, int status)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(gaung.address() + path))
            .header("Authorization", "Bearer " + staff)
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return answer.body();
  }
}
