package id.gaung.platform.mastodon;

import static id.gaung.platform.mastodon.MastodonFixture.HTML;
import static id.gaung.platform.mastodon.MastodonFixture.START;
import static id.gaung.platform.mastodon.MastodonFixture.TEXT;
import static id.gaung.platform.mastodon.MastodonFixture.publication;
import static id.gaung.platform.mastodon.MastodonFixture.status;
import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.platform.AnswerJson;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import id.gaung.platform.RemotePost;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Publishing, step by step. */
class MastodonPublishTest extends MastodonWorld {

  @Test
  void aTextIsMarkedBeforeItIsPosted() {
    Publication publication = publication(TEXT, 0);

    PublishStep.Continue marked = goesOn(client.publish(access, publication, Checkpoint.START));

    assertThat(marked.checkpoint().values()).containsKey("posting");
    assertThat(server.arrived()).isZero();
  }

  @Test
  void aTextIsPostedOnceWithItsKeyPublicAndInItsLanguage() {
    Publication publication = publication(TEXT, 0);
    Checkpoint marked = marked(publication);
    server.json(200, status("115", START, HTML));

    PublishStep step = client.publish(access, publication, marked);

    assertThat(step)
        .isEqualTo(
            new PublishStep.Published(
                new RemotePost(
                    "115", Optional.of(URI.create("https://social.example/@brand/115")))));
    var request = server.taken();
    assertThat(request.getTarget()).isEqualTo("/api/v1/statuses");
    assertThat(request.getHeaders().get("Idempotency-Key")).isEqualTo(publication.id().toString());
    assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer geheim-token");
    var body = AnswerJson.parse(request.getBody().utf8()).orElseThrow();
    assertThat(body.path("status").asText()).isEqualTo(TEXT);
    assertThat(body.path("visibility").asText()).isEqualTo("public");
    assertThat(body.path("language").asText()).isEqualTo("id");
    assertThat(body.has("media_ids")).isFalse();
  }

  @Test
  void picturesAreUploadedOneByOneWithTheirDescriptionAndWaitedFor() {
    Publication publication = publication(TEXT, 2);
    server
        .json(202, "{\"id\":\"m0\",\"url\":null}")
        .json(200, "{\"id\":\"m1\"}")
        .json(206, "{\"id\":\"m0\"}")
        .json(200, "{\"id\":\"m0\"}");

    PublishStep.Continue first = goesOn(client.publish(access, publication, Checkpoint.START));
    PublishStep.Continue second = goesOn(client.publish(access, publication, first.checkpoint()));
    PublishStep.Continue waiting = goesOn(client.publish(access, publication, second.checkpoint()));
    clock.step(waiting.pause());
    PublishStep.Continue ready = goesOn(client.publish(access, publication, waiting.checkpoint()));
    PublishStep.Continue marked = goesOn(client.publish(access, publication, ready.checkpoint()));
    server.json(200, status("115", START, HTML));
    client.publish(access, publication, marked.checkpoint());

    assertThat(waiting.pause()).isPositive();
    String upload = server.takenBody();
    assertThat(upload).contains("name=\"description\"", "Gambar 0", "name=\"file\"");
    assertThat(server.takenBody()).contains("Gambar 1", publication.id() + "-1.jpg");
    assertThat(server.taken().getTarget()).isEqualTo("/api/v1/media/m0");
    server.taken();
    assertThat(server.takenBody()).contains("\"media_ids\":[\"m0\",\"m1\"]");
  }

  @Test
  void aPictureTheServerCannotProcessIsRefused() {
    Publication publication = publication(TEXT, 1);
    server.json(202, "{\"id\":\"m0\"}").json(422, "{\"error\":\"Error processing\"}");
    Checkpoint uploaded =
        goesOn(client.publish(access, publication, Checkpoint.START)).checkpoint();

    PublishStep.Failed failed = failed(client.publish(access, publication, uploaded));

    assertThat(failed.failure().kind()).isEqualTo(Kind.MEDIA_REJECTED);
    assertThat(failed.checkpoint().values()).doesNotContainKey("media.0");
  }

  @Test
  void aPictureThatIsNeverReadyIsGivenUpAfterFiveMinutes() {
    Publication publication = publication(TEXT, 1);
    server.json(202, "{\"id\":\"m0\"}").json(206, "{}").json(206, "{}");
    Checkpoint uploaded =
        goesOn(client.publish(access, publication, Checkpoint.START)).checkpoint();
    clock.step(Duration.ofMinutes(4));
    goesOn(client.publish(access, publication, uploaded));
    clock.step(Duration.ofMinutes(2));

    assertThat(failed(client.publish(access, publication, uploaded)).failure().kind())
        .isEqualTo(Kind.TRANSIENT);
  }

  @Test
  void aLostAnswerToAnUploadIsAHiccupForNothingIsVisible() {
    Publication publication = publication(TEXT, 1);
    server.hangUp();

    PublishStep.Failed failed = failed(client.publish(access, publication, Checkpoint.START));

    assertThat(failed.failure().kind()).isEqualTo(Kind.TRANSIENT);
    assertThat(server.arrived()).isEqualTo(1);
  }

  @Test
  void aLostAnswerToTheStatusIsUnknownAndNothingIsSentAgain() {
    Publication publication = publication(TEXT, 0);
    Checkpoint marked = marked(publication);
    server.hangUp();
    assertThat(client.publish(access, publication, marked)).isInstanceOf(PublishStep.Unknown.class);

    server.silence();
    assertThat(client.publish(access, publication, marked)).isInstanceOf(PublishStep.Unknown.class);

    assertThat(server.arrived()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 408, 500, 502, 503, 504})
  void anAnswerThatSaysNothingIsUnknown(int status) {
    Publication publication = publication(TEXT, 0);
    Checkpoint marked = marked(publication);
    server.html(status);

    assertThat(client.publish(access, publication, marked)).isInstanceOf(PublishStep.Unknown.class);
    assertThat(server.arrived()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401|{\"error\":\"The access token was revoked\"}|RECONNECT",
        "401|(nothing)|RECONNECT",
        "403|{\"error\":\"This action is outside the authorized scopes\"}|PERMISSION",
        "403|{\"error\":\"Your login is currently disabled\"}|ACCOUNT_BLOCKED",
        "404|<h1>404 Not Found</h1>|SERVER_NOT_FOUND",
        "422|{\"error\":\"Validasi gagal: Batas karakter 500 terlampaui\"}|TEXT_REJECTED",
        "400|{\"error\":\"Bad Request: status too long\"}|TEXT_REJECTED",
        "301|(nothing)|SERVER_NOT_FOUND"
      })
  void aRefusalIsClassedAndCertainlyPublishedNothing(int status, String body, Kind kind) {
    Publication publication = publication(TEXT, 0);
    Checkpoint marked = marked(publication);
    server.json(status, body.equals("(nothing)") ? "" : body);

    PublishStep.Failed failed = failed(client.publish(access, publication, marked));

    assertThat(failed.failure().kind()).isEqualTo(kind);
    assertThat(failed.checkpoint().values()).doesNotContainKey("posting");
  }

  @Test
  void tooManyRequestsWaitUntilTheIsoInstantOfTheHeader() {
    Publication publication = publication(TEXT, 0);
    Checkpoint marked = marked(publication);
    server.json(
        429,
        "{\"error\":\"Too many requests\"}",
        "X-RateLimit-Reset",
        "2026-11-24T02:07:30.123456Z");

    Failure failure = failed(client.publish(access, publication, marked)).failure();

    assertThat(failure.kind()).isEqualTo(Kind.RATE_LIMITED);
    assertThat(failure.retryAfter().orElseThrow())
        .isBetween(Duration.ofSeconds(450), Duration.ofSeconds(451));
  }

  @Test
  void aStatusRefusedBecauseAPictureIsNotReadyIsPostedLater() {
    Publication publication = publication(TEXT, 1);
    Checkpoint marked = marked(publication);
    server.json(422, "{\"error\":\"Berkas belum selesai\"}").json(206, "{}").json(200, "{}");

    PublishStep.Failed failed = failed(client.publish(access, publication, marked));

    assertThat(failed.failure().kind()).isEqualTo(Kind.TRANSIENT);
    goesOn(client.publish(access, publication, failed.checkpoint()));
  }

  @Test
  void aStatusRefusedBecauseItsPictureHangsOnAnotherOneIsUnknown() {
    Publication publication = publication(TEXT, 1);
    Checkpoint marked = marked(publication);
    server.json(422, "{\"error\":\"x\"}").json(404, "{\"error\":\"Record not found\"}");

    assertThat(client.publish(access, publication, marked)).isInstanceOf(PublishStep.Unknown.class);
  }

  @Test
  void anEmptyStatusIsNeverSentForSomeServersTakeIt() {
    assertThat(
            failed(client.publish(access, publication(" ", 0), Checkpoint.START)).failure().kind())
        .isEqualTo(Kind.TEXT_REJECTED);
    assertThat(server.arrived()).isZero();
  }

  @Test
  void noSecretStandsInAnyFailure() {
    Publication publication = publication(TEXT, 0);
    Checkpoint marked = marked(publication);
    server.hangUp().json(401, "{\"error\":\"bad\"}");

    assertThat(client.publish(access, publication, marked).toString())
        .doesNotContain("geheim-token");
    assertThat(client.publish(access, publication, marked).toString())
        .doesNotContain("geheim-token");
  }
}
