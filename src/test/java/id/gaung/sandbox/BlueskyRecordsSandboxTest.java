package id.gaung.sandbox;

import static id.gaung.kernel.Nets.BLUESKY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Records and pictures of the practice Bluesky. */
class BlueskyRecordsSandboxTest extends BlueskyPractice {

  @Test
  void the_same_record_put_again_is_no_commit_and_no_second_post() throws IOException {
    String key = key();
    ObjectNode record = post("once");

    Reply first = put(key, record, true);
    Reply second = put(key, record, true);

    assertThat(first.json().path("commit").path("rev").isTextual()).isTrue();
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.json().has("commit")).isFalse();
    assertThat(second.json().path("cid")).isEqualTo(first.json().path("cid"));
    assertThat(arrived("once")).isEqualTo(1);
  }

  @Test
  void another_record_where_none_may_be_is_an_invalid_swap() throws IOException {
    String key = key();
    put(key, post("first"), true);

    refused(put(key, post("second"), true), 400, "InvalidSwap");
    assertThat(get(key).json().path("value").path("text").asText()).isEqualTo("first");
  }

  @Test
  void without_the_swap_check_another_record_takes_its_place() throws IOException {
    String key = key();
    put(key, post("first"), true);

    assertThat(put(key, post("second"), false).status()).isEqualTo(200);
    assertThat(get(key).json().path("value").path("text").asText()).isEqualTo("second");
  }

  @Test
  void equal_puts_at_the_same_moment_make_one_post() throws Exception {
    String key = key();
    ObjectNode record = post("at once");
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Integer>> calls =
          IntStream.range(0, 8)
              .mapToObj(i -> (Callable<Integer>) () -> put(key, record, true).status())
              .toList();
      for (Future<Integer> status : threads.invokeAll(calls)) {
        assertThat(status.get()).isEqualTo(200);
      }
    } finally {
      threads.shutdown();
    }
    assertThat(arrived("at once")).isEqualTo(1);
  }

  @Test
  void creating_a_record_under_a_taken_key_is_an_internal_error() throws IOException {
    String key = key();
    ObjectNode body = body(key, post("taken"));

    assertThat(write("createRecord", body).status()).isEqualTo(200);
    refused(write("createRecord", body), 500, "InternalServerError");
    assertThat(arrived("taken")).isEqualTo(1);
  }

  @Test
  void a_record_created_without_a_key_gets_a_tid() throws IOException {
    ObjectNode body = body("", post("keyless"));
    body.remove("rkey");

    String uri = write("createRecord", body).json().path("uri").asText();

    assertThat(PracticeTid.isTid(uri.substring(uri.lastIndexOf('/') + 1))).isTrue();
  }

  @Test
  void a_key_that_is_no_tid_is_refused() throws IOException {
    refused(put("my-post", post("key"), true), 400, "InvalidRequest");
  }

  @Test
  void texts_are_held_to_300_graphemes_not_characters() throws IOException {
    assertThat(put(key(), post("🇮🇩".repeat(300)), true).status()).isEqualTo(200);
    refused(put(key(), post("a".repeat(301)), true), 400, "InvalidRequest");
    refused(put(key(), post("👨‍👩‍👧‍👦".repeat(130)), true), 400, "InvalidRequest");
  }

  @Test
  void facets_must_lie_within_the_texts_bytes() throws IOException {
    ObjectNode good = post("é #kopi");
    facet(good, 3, 8);
    ObjectNode bad = post("é #kopi");
    facet(bad, 3, 9);

    assertThat(put(key(), good, true).status()).isEqualTo(200);
    refused(put(key(), bad, true), 400, "InvalidRequest");
  }

  @Test
  void a_picture_is_uploaded_shown_and_served() throws IOException {
    byte[] picture = PracticeWorld.picture("jpg", 120, 90);
    JsonNode blob = upload(picture).json().path("blob");
    assertThat(blob.path("ref").path("$link").asText()).startsWith("bafkrei");
    assertThat(upload(picture).json().path("blob")).isEqualTo(blob);
    String key = key();
    ObjectNode record = post("with a picture");
    images(record, List.of(blob));

    assertThat(put(key, record, true).status()).isEqualTo(200);

    Reply page =
        WORLD.send(WORLD.request(BLUESKY, "/profile/" + account.handle() + "/post/" + key));
    assertThat(page.text())
        .contains("with a picture", "alt=\"Cangkir &#34;merah&#34;\"", "Jaringan latihan");
    String src = page.text().replaceAll("(?s).*<img src=\"([^\"]+)\".*", "$1");
    assertThat(WORLD.send(WORLD.request(BLUESKY, src)).response().body()).isEqualTo(picture);
  }

  @Test
  void unknown_wrong_and_too_many_pictures_are_refused() throws IOException {
    ObjectNode blob = upload(PracticeWorld.picture("jpg", 10, 10)).json().path("blob").deepCopy();
    ObjectNode five = post("five");
    images(five, List.of(blob, blob, blob, blob, blob));
    refused(put(key(), five, true), 400, "InvalidRequest");

    ObjectNode wrongSize = post("size");
    images(wrongSize, List.of(blob.deepCopy().put("size", 1)));
    refused(put(key(), wrongSize, true), 400, "InvalidSize");

    ObjectNode wrongType = post("type");
    images(wrongType, List.of(blob.deepCopy().put("mimeType", "image/png")));
    refused(put(key(), wrongType, true), 400, "InvalidMimeType");

    ObjectNode unknown = post("unknown");
    ObjectNode other = blob.deepCopy();
    other.putObject("ref").put("$link", Cid.ofBlob(new byte[] {1}));
    images(unknown, List.of(other));
    refused(put(key(), unknown, true), 400, "BlobNotFound");
  }

  @Test
  void an_upload_no_post_shows_is_gone_after_some_hours() throws IOException {
    JsonNode blob = upload(PracticeWorld.picture("jpg", 11, 10)).json().path("blob");
    WORLD.clock.move(Duration.ofHours(7));
    session = signIn(account.handle(), SandboxAccounts.PASSWORD).json();
    ObjectNode record = post("late picture");
    images(record, List.of(blob));

    refused(put(key(), record, true), 400, "BlobNotFound");
    upload(PracticeWorld.picture("jpg", 11, 10));
    assertThat(put(key(), record, true).status()).isEqualTo(200);
  }

  @Test
  void a_record_without_text_or_with_a_bad_time_is_refused() throws IOException {
    ObjectNode noText = post("x");
    noText.remove("text");
    ObjectNode badTime = post("x").put("createdAt", "24 November");

    refused(put(key(), noText, true), 400, "InvalidRequest");
    refused(put(key(), badTime, true), 400, "InvalidRequest");
  }

  private static void facet(ObjectNode record, int start, int end) {
    ObjectNode facet = record.putArray("facets").addObject();
    facet.putObject("index").put("byteStart", start).put("byteEnd", end);
    facet
        .putArray("features")
        .addObject()
        .put("$type", "app.bsky.richtext.facet#tag")
        .put("tag", "kopi");
  }

  private static void images(ObjectNode record, List<JsonNode> blobs) {
    var images = record.putObject("embed").put("$type", "app.bsky.embed.images").putArray("images");
    blobs.forEach(blob -> images.addObject().put("alt", "Cangkir \"merah\"").set("image", blob));
  }

  private Reply upload(byte[] picture) throws IOException {
    return WORLD.send(
        xrpc("com.atproto.repo.uploadBlob", Optional.of(access()))
            .header("Content-Type", "image/jpeg")
            .POST(HttpRequest.BodyPublishers.ofByteArray(picture)));
  }

  @Test
  void cids_are_those_of_the_published_algorithm() {
    // The empty DAG-CBOR map and a raw text, as IPFS tools give them.
    assertThat(Cid.ofRecord(PracticeJson.object()))
        .isEqualTo("bafyreigbtj4x7ip5legnfznufuopl4sg4knzc2cof6duas4b3q2fy6swua");
    assertThat(Cid.ofBlob("hello world".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e");
  }
}
