package id.gaung;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.gaung.kernel.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The API as a program uses it: over HTTP, with a bearer token and nothing else. */
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
