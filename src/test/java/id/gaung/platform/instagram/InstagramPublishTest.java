package id.gaung.platform.instagram;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Publishing on Instagram: container, wait, mark, publish. */
class InstagramPublishTest extends InstagramWorld {

  private static PublishStep.Failed failed(PublishStep step) {
    assertThat(step).isInstanceOf(PublishStep.Failed.class);
    return (PublishStep.Failed) step;
  }

  @Test
  void aSinglePictureGoesThroughAContainerAWaitAndAMark() {
    Publication publication = publication(1);
    server
        .json(200, "{\"id\":\"c1\"}")
        .json(200, state("IN_PROGRESS"))
        .json(200, state("FINISHED"));
    PublishStep.Continue made = goesOn(client.publish(access, publication, Checkpoint.START));
    clock.step(made.pause());
    PublishStep.Continue waits = goesOn(client.publish(access, publication, made.checkpoint()));
    clock.step(waits.pause());
    PublishStep.Continue marked = goesOn(client.publish(access, publication, waits.checkpoint()));
    server
        .json(200, "{\"id\":\"179\"}")
        .json(200, "{\"id\":\"179\",\"permalink\":\"https://www.instagram.com/p/abc/\"}");

    PublishStep step = client.publish(access, publication, marked.checkpoint());

    assertThat(step)
        .isEqualTo(
            new PublishStep.Published(
                new RemotePost(
                    "179", Optional.of(URI.create("https://www.instagram.com/p/abc/")))));
    assertThat(waits.pause()).isPositive();
    assertThat(marked.checkpoint().values()).containsKey("publishing");
    var create = server.taken();
    assertThat(create.getTarget()).isEqualTo("/v25.0/17841/media");
    assertThat(create.getHeaders().get("Authorization")).isEqualTo("Bearer geheim-token");
    assertThat(create.getBody().utf8())
        .contains("caption=Kopi+Banua+%26+teh+%23UMKM%0AMartapura")
        .contains("image_url=https%3A%2F%2Fgaung.example%2Fp%2F0%3Fs%3D1%26e%3D2")
        .contains("alt_text=Gambar+0");
    assertThat(server.taken().getTarget()).isEqualTo("/v25.0/c1?fields=status_code%2Cstatus");
    server.taken();
    var publish = server.taken();
    assertThat(publish.getTarget()).isEqualTo("/v25.0/17841/media_publish");
    assertThat(publish.getBody().utf8()).isEqualTo("creation_id=c1");
  }

  @Test
  void severalPicturesBecomeACarouselWhoseChildrenAreWaitedFor() {
    Publication publication = publication(2);
    server
        .json(200, "{\"id\":\"k0\"}")
        .json(200, "{\"id\":\"k1\"}")
        .json(200, state("FINISHED"))
        .json(200, state("FINISHED"))
        .json(200, "{\"id\":\"c1\"}")
        .json(200, state("FINISHED"));

    Checkpoint checkpoint = Checkpoint.START;
    for (int i = 0; i < 6; i++) {
      checkpoint = goesOn(client.publish(access, publication, checkpoint)).checkpoint();
    }

    assertThat(checkpoint.values()).containsKey("publishing");
    assertThat(server.takenBody()).contains("is_carousel_item=true").doesNotContain("caption");
    assertThat(server.takenBody()).contains("p%2F1");
    assertThat(server.taken().getTarget()).startsWith("/v25.0/k0?");
    assertThat(server.taken().getTarget()).startsWith("/v25.0/k1?");
    assertThat(server.takenBody())
        .contains("media_type=CAROUSEL", "children=k0%2Ck1", "caption=")
        .doesNotContain("is_carousel_item");
  }

  @Test
  void aTextAloneIsRefusedWithoutACall() {
    assertThat(failed(client.publish(access, publication(0), Checkpoint.START)).failure().kind())
        .isEqualTo(Kind.MEDIA_REJECTED);
    assertThat(server.arrived()).isZero();
  }

  @Test
  void aLostAnswerWhileMakingAContainerIsAHiccupForContainersAreInvisible() {
    server.hangUp();

    PublishStep.Failed failed = failed(client.publish(access, publication(1), Checkpoint.START));

    assertThat(failed.failure().kind()).isEqualTo(Kind.TRANSIENT);
    assertThat(failed.toString()).doesNotContain("geheim-token");
  }

  @Test
  void waitingForAContainerEndsAfterFiveMinutes() {
    Publication publication = publication(1);
    Checkpoint checkpoint = created(publication);
    clock.step(Duration.ofMinutes(6));
    server.json(200, state("IN_PROGRESS"));

    PublishStep.Failed failed = failed(client.publish(access, publication, checkpoint));

    assertThat(failed.failure().kind()).isEqualTo(Kind.TRANSIENT);
    assertThat(failed.checkpoint().values()).containsEntry("container", "c1");
  }

  @Test
  void aFreshContainerThatIsNotFoundForAMomentIsWaitedFor() {
    Publication publication = publication(1);
    Checkpoint checkpoint = created(publication);
    server.json(400, error(100, 33));

    goesOn(client.publish(access, publication, checkpoint));
  }

  @Test
  void anExpiredContainerBeginsAgain() {
    Publication publication = publication(1);
    Checkpoint checkpoint = created(publication);
    server.json(200, state("EXPIRED"));

    PublishStep.Failed failed = failed(client.publish(access, publication, checkpoint));

    assertThat(failed.failure().passes()).isTrue();
    assertThat(failed.checkpoint().isStart()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "Error: Media upload has failed with error code 2207052,TRANSIENT",
    "Error: aspect ratio 2207009,MEDIA_REJECTED",
    "Error: caption 2207010,TEXT_REJECTED",
    "Error: something else,MEDIA_REJECTED"
  })
  void aContainerInErrorIsClassedByItsTextAndBeginsAgain(String status, Kind kind) {
    Publication publication = publication(1);
    Checkpoint checkpoint = created(publication);
    server.json(200, "{\"status_code\":\"ERROR\",\"status\":\"" + status + "\"}");

    PublishStep.Failed failed = failed(client.publish(access, publication, checkpoint));

    assertThat(failed.failure().kind()).isEqualTo(kind);
    assertThat(failed.checkpoint().isStart()).isTrue();
  }

  @Test
  void aContainerPublishedAlreadyIsNeverPublishedAgain() {
    Publication publication = publication(1);
    Checkpoint checkpoint = created(publication);
    server.json(200, state("PUBLISHED"));

    assertThat(client.publish(access, publication, checkpoint))
        .isInstanceOf(PublishStep.Unknown.class);
  }

  @Test
  void aLostAnswerToPublishingIsUnknownAndNothingIsSentAgain() {
    Publication publication = publication(1);
    Checkpoint marked = marked(publication);
    server.hangUp().silence();

    assertThat(client.publish(access, publication, marked)).isInstanceOf(PublishStep.Unknown.class);
    assertThat(client.publish(access, publication, marked)).isInstanceOf(PublishStep.Unknown.class);
    assertThat(server.arrived()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({"400,4,2207051", "500,0,0", "503,190,0", "400,1,0", "400,2,0", "400,506,0"})
  void anAmbiguousAnswerToPublishingIsUnknown(int status, int code, int subcode) {
    Publication publication = publication(1);
    Checkpoint marked = marked(publication);
    server.json(status, code == 0 ? "<html>" : error(code, subcode));

    assertThat(client.publish(access, publication, marked)).isInstanceOf(PublishStep.Unknown.class);
  }

  @Test
  void garbageBehindAGoodStatusIsUnknown() {
    Publication publication = publication(1);
    Checkpoint marked = marked(publication);
    server.html(200);

    assertThat(client.publish(access, publication, marked)).isInstanceOf(PublishStep.Unknown.class);
  }

  @Test
  void aContainerNotReadyIsWaitedForAndNotPublishedMeanwhile() {
    Publication publication = publication(1);
    Checkpoint marked = marked(publication);
    server.json(400, error(9007, 2207027));

    PublishStep.Continue waits = goesOn(client.publish(access, publication, marked));

    assertThat(waits.pause()).isPositive();
    assertThat(waits.checkpoint().values())
        .doesNotContainKey("publishing")
        .containsEntry("container", "c1");
  }

  @Test
  void aContainerThatIsNeverReadyEndsInAFailure() {
    Publication publication = publication(1);
    Checkpoint checkpoint = marked(publication);
    PublishStep step = new PublishStep.Continue(checkpoint, Duration.ZERO);
    int turns = 0;
    while (step instanceof PublishStep.Continue next && turns < 100) {
      boolean publishes = next.checkpoint().values().containsKey("publishing");
      server.json(publishes ? 400 : 200, publishes ? error(9007, 2207027) : state("FINISHED"));
      step = client.publish(access, publication, next.checkpoint());
      turns++;
    }

    assertThat(failed(step).failure().kind()).isEqualTo(Kind.TRANSIENT);
  }

  @Test
  void anUnknownContainerIsTriedOnceMoreThenMadeAnew() {
    Publication publication = publication(1);
    Checkpoint marked = marked(publication);
    server.json(400, error(24, 2207008)).json(200, state("FINISHED")).json(400, error(24, 2207008));

    PublishStep.Failed first = failed(client.publish(access, publication, marked));
    Checkpoint again = goesOn(client.publish(access, publication, first.checkpoint())).checkpoint();
    PublishStep.Failed second = failed(client.publish(access, publication, again));

    assertThat(first.failure().retryAfter()).contains(Duration.ofSeconds(30));
    assertThat(first.checkpoint().isStart()).isFalse();
    assertThat(second.checkpoint().isStart()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "190,463,RECONNECT",
    "102,0,RECONNECT",
    "10,0,PERMISSION",
    "200,0,PERMISSION",
    "368,0,ACCOUNT_BLOCKED",
    "25,2207050,ACCOUNT_BLOCKED",
    "9,2207042,QUOTA",
    "4,0,RATE_LIMITED",
    "80002,0,RATE_LIMITED",
    "36003,2207009,MEDIA_REJECTED",
    "36004,2207010,TEXT_REJECTED",
    "100,2207028,MEDIA_REJECTED",
    "9004,2207052,TRANSIENT",
    "100,0,REJECTED"
  })
  void aRefusalIsClassedByCodeAndSubcode(int code, int subcode, Kind kind) {
    server.json(400, error(code, subcode));

    Failure failure = failed(client.publish(access, publication(1), Checkpoint.START)).failure();

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.code()).isEqualTo(subcode == 0 ? "" + code : code + "/" + subcode);
  }

  @Test
  void theUsageHeaderSaysHowManyMinutesToWait() {
    server.json(
        400,
        error(80002, 0),
        "X-Business-Use-Case-Usage",
        "{\"17841\":[{\"type\":\"instagram\",\"call_count\":100,"
            + "\"estimated_time_to_regain_access\":19}]}");

    assertThat(
            failed(client.publish(access, publication(1), Checkpoint.START)).failure().retryAfter())
        .contains(Duration.ofMinutes(19));
  }

  @Test
  void aPostIsOutEvenIfItsAddressCannotBeRead() {
    Publication publication = publication(1);
    Checkpoint marked = marked(publication);
    server.json(200, "{\"id\":\"179\"}").html(500);

    assertThat(client.publish(access, publication, marked))
        .isEqualTo(new PublishStep.Published(new RemotePost("179", Optional.empty())));
  }
}
