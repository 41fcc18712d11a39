package id.gaung.sandbox;

import static id.gaung.kernel.Nets.MASTODON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Statuses, pictures and faults of the practice Mastodon. */
class MastodonStatusesSandboxTest extends MastodonPractice {

  @Test
  void a_status_is_posted_read_and_opened_in_a_browser() throws IOException {
    Reply posted = post("Kopi <baru> https://ex.am/p #Balikpapan", "k1");

    assertThat(posted.status()).isEqualTo(200);
    JsonNode status = posted.json();
    assertThat(status.path("id").isTextual()).isTrue();
    assertThat(status.path("application").path("name").asText()).isEqualTo("Gaung uji");
    assertThat(status.path("content").asText())
        .contains("&lt;baru&gt;", "href=\"https://ex.am/p\"");
    JsonNode source = get("/api/v1/statuses/" + id(posted) + "/source").json();
    assertThat(source.path("text").asText()).isEqualTo("Kopi <baru> https://ex.am/p #Balikpapan");
    String path = URI.create(status.path("url").asText()).getPath();
    Reply page = WORLD.send(WORLD.request(MASTODON, path));
    assertThat(page.text()).contains("Kopi &lt;baru&gt;", "Jaringan latihan");
    assertThat(WORLD.send(WORLD.request(MASTODON, "/@" + account.handle())).text())
        .contains("Kopi &lt;baru&gt;");
  }

  @Test
  void a_form_posts_as_well_as_json() throws IOException {
    Reply reply =
        WORLD.send(
            WORLD
                .request(MASTODON, "/api/v1/statuses", Optional.of(token))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        PracticeWorld.form(Map.of("status", "dari formulir & +")))));
    assertThat(get("/api/v1/statuses/" + id(reply) + "/source").json().path("text").asText())
        .isEqualTo("dari formulir & +");
  }

  @Test
  void texts_are_counted_with_links_as_23() throws IOException {
    String link = "https://example.test/" + "x".repeat(200);
    assertThat(post("a".repeat(476) + " " + link, "c1").status()).isEqualTo(200);
    refused(post("a".repeat(477) + " " + link, "c2"), 422, "character limit of 500 exceeded");
    refused(post(" ", "c3"), 422, "Text can't be blank");
  }

  @Test
  void the_same_key_gives_the_first_status_for_an_hour() throws IOException {
    Reply first = post("sekali", "same");
    assertThat(id(post("another text", "same"))).isEqualTo(id(first));

    WORLD.clock.move(Duration.ofMinutes(61));
    assertThat(id(post("sekali", "same"))).isNotEqualTo(id(first));
    assertThat(arrived("sekali")).isEqualTo(2);
  }

  @Test
  void a_server_may_ignore_the_key_or_break_on_a_repeat() throws IOException {
    post("ulang", "r");
    WORLD.faults.switchOn(NewFault.of(MASTODON, FaultKind.REPEAT_500).times(1));
    assertThat(post("ulang", "r").status()).isEqualTo(500);
    assertThat(arrived("ulang")).isEqualTo(1);

    WORLD.faults.switchOn(NewFault.of(MASTODON, FaultKind.KEY_IGNORED).times(1));
    assertThat(post("ulang", "r").status()).isEqualTo(200);
    assertThat(WORLD.posts.duplicates(MASTODON))
        .contains(new Arrival(account.handle(), "ulang", 2));
  }

  @Test
  void media_is_ready_at_once_and_shown_with_its_description() throws IOException {
    Reply uploaded = upload(PracticeWorld.picture("jpg", 60, 40), "image/jpeg", "Cangkir merah");
    assertThat(uploaded.status()).isEqualTo(200);
    String picture = uploaded.json().path("id").asText();
    assertThat(get("/api/v1/media/" + picture).status()).isEqualTo(200);

    Reply posted = post("bergambar", "m1", picture);

    JsonNode attachment = posted.json().path("media_attachments").path(0);
    assertThat(attachment.path("description").asText()).isEqualTo("Cangkir merah");
    Reply served =
        WORLD.send(WORLD.request(MASTODON, URI.create(attachment.path("url").asText()).getPath()));
    assertThat(served.header("Content-Type")).isEqualTo("image/jpeg");
    refused(get("/api/v1/media/" + picture), 404, "Record not found");
    refused(post("lagi", "m2", picture), 422, "already attached");
  }

  @Test
  void slow_media_is_202_then_206_then_200_and_cannot_be_attached_before() throws IOException {
    WORLD.faults.switchOn(NewFault.of(MASTODON, FaultKind.SLOW_MEDIA).amount(5000).times(1));
    Reply uploaded = upload(PracticeWorld.picture("png", 60, 40), "image/png", "");
    String picture = uploaded.json().path("id").asText();

    assertThat(uploaded.status()).isEqualTo(202);
    assertThat(uploaded.json().path("url").isNull()).isTrue();
    assertThat(get("/api/v1/media/" + picture).status()).isEqualTo(206);
    refused(post("terlalu dini", "s1", picture), 422, "not finished processing");

    WORLD.clock.move(Duration.ofSeconds(5));
    assertThat(get("/api/v1/media/" + picture).status()).isEqualTo(200);
    assertThat(post("siap", "s2", picture).status()).isEqualTo(200);
  }

  @Test
  void failed_media_is_422_and_a_wrong_file_is_refused() throws IOException {
    WORLD.faults.switchOn(NewFault.of(MASTODON, FaultKind.CONTAINER_ERROR).times(1));
    Reply uploaded = upload(PracticeWorld.picture("jpg", 60, 40), "image/jpeg", "");
    assertThat(uploaded.status()).isEqualTo(202);
    assertThat(get("/api/v1/media/" + uploaded.json().path("id").asText()).status()).isEqualTo(422);

    refused(
        upload("no picture".getBytes(StandardCharsets.UTF_8), "image/jpeg", ""),
        422,
        "File content type is invalid");
  }

  @Test
  void a_batch_takes_20_ids_and_omits_what_is_missing() throws IOException {
    String first = id(post("satu", "b1"));
    String second = id(post("dua", "b2"));
    WORLD.faults.deletePost(MASTODON, second);

    JsonNode batch = get("/api/v1/statuses?id[]=" + first + "&id[]=" + second + "&id[]=1").json();
    assertThat(batch).hasSize(1);
    assertThat(batch.path(0).path("favourites_count").isIntegralNumber()).isTrue();
    String many =
        IntStream.range(0, 21).mapToObj(i -> "id%5B%5D=" + i).collect(Collectors.joining("&"));
    assertThat(get("/api/v1/statuses?" + many).status()).isEqualTo(422);
  }

  @Test
  void an_accounts_statuses_come_newest_first_by_pages() throws IOException {
    for (String text : List.of("pertama", "kedua", "ketiga")) {
      post(text, text);
    }
    String path = "/api/v1/accounts/" + account.remoteId() + "/statuses?limit=2";

    Reply first = get(path);
    Reply second = get(path + "&max_id=" + first.json().path(1).path("id").asText());

    assertThat(first.json().findValuesAsText("content"))
        .containsExactly("<p>ketiga</p>", "<p>kedua</p>");
    assertThat(first.header("Link")).contains("max_id=", "rel=\"next\"");
    assertThat(second.json().findValuesAsText("content")).containsExactly("<p>pertama</p>");
  }

  @Test
  void a_private_status_is_seen_by_its_author_alone() throws IOException {
    ObjectNode body = PracticeJson.object().put("status", "rahasia").put("visibility", "private");
    String id = id(post(body, "p"));

    assertThat(get("/api/v1/statuses/" + id).status()).isEqualTo(200);
    assertThat(WORLD.send(WORLD.request(MASTODON, "/api/v1/statuses/" + id)).status())
        .isEqualTo(404);
  }

  @Test
  void a_deleted_status_gives_its_text_once_and_is_404_after() throws IOException {
    String id = id(post("hapus", "d"));

    Reply deleted = delete("/api/v1/statuses/" + id);

    assertThat(deleted.json().path("text").asText()).isEqualTo("hapus");
    refused(delete("/api/v1/statuses/" + id), 404, "Record not found");
    refused(get("/api/v1/statuses/" + id), 404, "Record not found");
  }

  @Test
  void a_scheduled_status_is_no_status_until_its_time() throws IOException {
    Instant soon = WORLD.clock.instant().plus(Duration.ofMinutes(4));
    ObjectNode body =
        PracticeJson.object().put("status", "nanti").put("scheduled_at", soon.toString());
    assertThat(post(body, "t1").status()).isEqualTo(422);

    body.put("scheduled_at", soon.plus(Duration.ofMinutes(6)).toString());
    Reply scheduled = post(body, "t2");
    assertThat(scheduled.json().path("params").path("text").asText()).isEqualTo("nanti");
    assertThat(scheduled.json().has("uri")).isFalse();
    String statuses = "/api/v1/accounts/" + account.remoteId() + "/statuses";
    assertThat(get(statuses).json()).isEmpty();
    assertThat(get("/api/v1/scheduled_statuses").json()).hasSize(1);

    WORLD.clock.move(Duration.ofMinutes(10));
    assertThat(get(statuses).json()).hasSize(1);
    assertThat(get("/api/v1/scheduled_statuses").json()).isEmpty();
  }

  @Test
  void deletions_are_limited_and_the_reset_is_a_time_not_a_number() throws IOException {
    for (int i = 0; i < 30; i++) {
      refused(delete("/api/v1/statuses/1"), 404, "Record not found");
    }
    Reply limited = delete("/api/v1/statuses/1");
    refused(limited, 429, "Too many requests");
    assertThat(limited.header("X-RateLimit-Remaining")).isEqualTo("0");
    assertThat(Instant.parse(limited.header("X-RateLimit-Reset")))
        .isEqualTo(WORLD.clock.instant().plus(Duration.ofMinutes(30)));
  }

  @Test
  void a_lost_answer_leaves_the_status_behind() throws IOException {
    WORLD.faults.switchOn(NewFault.of(MASTODON, FaultKind.LOST_ANSWER).times(1));

    assertThatThrownBy(() -> post("hilang", "l")).isInstanceOf(IOException.class);

    assertThat(arrived("hilang")).isEqualTo(1);
    assertThat(post("hilang", "l").status()).isEqualTo(200);
    assertThat(arrived("hilang")).isEqualTo(1);
  }

  @Test
  void faults_answer_in_mastodons_words() throws IOException {
    WORLD.faults.switchOn(NewFault.of(MASTODON, FaultKind.RATE_LIMIT_429).amount(90).times(1));
    Reply limited = post("f", "f1");
    refused(limited, 429, "Too many requests");
    assertThat(Instant.parse(limited.header("X-RateLimit-Reset")))
        .isEqualTo(WORLD.clock.instant().plusSeconds(90));

    WORLD.faults.switchOn(NewFault.of(MASTODON, FaultKind.HTTP_500).times(1));
    Reply broken = post("f", "f2");
    assertThat(broken.status()).isEqualTo(500);
    assertThat(broken.header("Content-Type")).startsWith("text/html");

    WORLD.faults.switchOn(NewFault.of(MASTODON, FaultKind.TOKEN_EXPIRED).times(1));
    refused(post("f", "f3"), 401, "revoked");

    WORLD.faults.expireTokens(MASTODON, account.handle());
    refused(post("f", "f4"), 401, "The access token was revoked");
    assertThat(arrived("f")).isZero();
  }

  @Test
  void index_lag_keeps_a_new_status_off_the_lists() throws IOException {
    WORLD.faults.switchOn(NewFault.of(MASTODON, FaultKind.INDEX_LAG).amount(30_000).times(1));
    String id = id(post("lambat", "i"));
    String statuses = "/api/v1/accounts/" + account.remoteId() + "/statuses";

    assertThat(get(statuses).json()).isEmpty();
    assertThat(get("/api/v1/statuses/" + id).status()).isEqualTo(200);
    WORLD.clock.move(Duration.ofSeconds(30));
    assertThat(get(statuses).json()).hasSize(1);
  }

  private Reply delete(String path) throws IOException {
    return WORLD.send(WORLD.request(MASTODON, path, Optional.of(token)).DELETE());
  }

  private Reply upload(byte[] content, String type, String description) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(
        ("--edge\r\nContent-Disposition: form-data; name=\"description\"\r\n\r\n"
                + description
                + "\r\n--edge\r\nContent-Disposition: form-data; name=\"file\";"
                + " filename=\"p.jpg\"\r\nContent-Type: "
                + type
                + "\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n--edge--\r\n".getBytes(StandardCharsets.UTF_8));
    return WORLD.send(
        WORLD
            .request(MASTODON, "/api/v2/media", Optional.of(token))
            .header("Content-Type", "multipart/form-data; boundary=edge")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
  }

  private long arrived(String text) {
    return WORLD.posts.list(MASTODON).stream()
        .filter(post -> post.accountId() == account.id() && post.text().equals(text))
        .count();
  }
}
