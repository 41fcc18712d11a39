package id.gaung.platform.threads;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.platform.Attachment;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import id.gaung.platform.RemotePost;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Publishing on Threads: container, wait, mark, publish, and what may come between. */
class ThreadsPublishTest extends ThreadsWorld {

  private final Publication text = publication(Attachment.NONE);

  private PublishStep publish(Publication publication, Checkpoint checkpoint) {
    return client.publish(access, publication, checkpoint);
  }

  private Checkpoint created(Publication publication) {
    server.json(200, "{\"id\":\"c1\"}");
    return goesOn(publish(publication, Checkpoint.START)).checkpoint();
  }

  @Test
  void evenATextIsWaitedForAndGoesOutUnderMe() {
    Checkpoint created = created(text);
    server.json(200, state("IN_PROGRESS")).json(200, state("FINISHED"));
    PublishStep.Continue waits = goesOn(publish(text, created));
    PublishStep.Continue marked = goesOn(publish(text, waits.checkpoint()));
    server
        .json(200, "{\"id\":\"179\"}")
        .json(200, "{\"id\":\"179\",\"permalink\":\"https://www.threads.com/@a/post/DA\"}");

    assertThat(publish(text, marked.checkpoint()))
        .isEqualTo(
            new PublishStep.Published(
                new RemotePost(
                    "179", Optional.of(URI.create("https://www.threads.com/@a/post/DA")))));
    assertThat(waits.pause()).isPositive();
    assertThat(marked.pause()).as("a moment's rest").isEqualTo(Duration.ofSeconds(2));
    var create = server.taken();
    assertThat(create.getTarget()).isEqualTo("/v1.0/me/threads");
    assertThat(create.getHeaders().get("Authorization")).isEqualTo("Bearer geheim-token");
    assertThat(create.getBody().utf8())
        .isEqualTo("media_type=TEXT&text=Kopi%20Banua%20%26%20teh%20%23UMKM".replace("%20", "+"));
    assertThat(server.taken().getTarget()).isEqualTo("/v1.0/c1?fields=status%2Cerror_message");
    server.taken();
    var last = server.taken();
    assertThat(last.getTarget()).isEqualTo("/v1.0/me/threads_publish");
    assertThat(last.getBody().utf8()).isEqualTo("creation_id=c1");
  }

  @Test
  void aPictureAndAVideoCarryTheirDescriptions() {
    created(publication(pictures(1)));
    assertThat(server.takenBody())
        .contains("media_type=IMAGE", "image_url=https%3A%2F%2F", "alt_text=Gambar+0", "text=Kopi")
        .doesNotContain("is_carousel_item");
    created(publication(video()));
    assertThat(server.takenBody())
        .contains("media_type=VIDEO", "video_url=https%3A%2F%2F", "alt_text=Penjual+menggoreng");
  }

  @Test
  void aCardIsMadeByThreadsFromTheAddress() {
    created(
        publication(
            new Attachment.LinkCard(
                URI.create("https://toko.example/a?b=1"), "Amplang", "Kerupuk", Optional.empty())));
    assertThat(server.takenBody())
        .contains("media_type=TEXT", "link_attachment=https%3A%2F%2Ftoko.example%2Fa%3Fb%3D1")
        .doesNotContain("Amplang");
  }

  @Test
  void severalPicturesBecomeACarouselWhoseChildrenAreWaitedFor() {
    Publication three = publication(pictures(3));
    Checkpoint checkpoint = Checkpoint.START;
    for (int i = 0; i < 3; i++) {
      server.json(200, "{\"id\":\"k" + i + "\"}");
    }
    for (int i = 0; i < 3; i++) {
      server.json(200, state("FINISHED"));
    }
    server.json(200, "{\"id\":\"c1\"}").json(200, state("FINISHED"));
    for (int i = 0; i < 8; i++) {
      checkpoint = goesOn(publish(three, checkpoint)).checkpoint();
    }

    assertThat(checkpoint.values()).containsKey("publishing");
    assertThat(server.takenBody())
        .contains("media_type=IMAGE", "is_carousel_item=true", "alt_text=Gambar+0")
        .doesNotContain("text=Kopi");
    for (int i = 0; i < 5; i++) {
      server.taken();
    }
    assertThat(server.takenBody())
        .contains("media_type=CAROUSEL", "children=k0%2Ck1%2Ck2", "text=Kopi")
        .doesNotContain("is_carousel_item");
  }

  @Test
  void nothingAtAllIsRefusedWithoutACall() {
    Publication empty =
        new Publication(
            text.id(), START, " ", "id", Attachment.NONE, java.util.Map.of(), Optional.empty());
    assertThat(failed(publish(empty, Checkpoint.START)).failure().kind())
        .isEqualTo(Kind.TEXT_REJECTED);
    assertThat(server.arrived()).isZero();
  }

  /** 24/4279009: nothing came out; so three times again with the same, then with others. */
  @Test
  void aContainerThatIsNotFoundIsTriedAgainThenMadeAnewThenGivenUp() {
    List<String> publishedWith = new ArrayList<>();
    List<Duration> pauses = new ArrayList<>();
    PublishStep step = new PublishStep.Continue(Checkpoint.START, Duration.ZERO);
    int made = 0;
    while (step instanceof PublishStep.Continue next) {
      // Stored and read again between any two steps, as when the process ends.
      Checkpoint stored = new Checkpoint(new java.util.HashMap<>(next.checkpoint().values()));
      boolean publishes = stored.values().containsKey("publishing");
      boolean makes = !stored.values().containsKey("container");
      if (publishes) {
        publishedWith.add(stored.values().get("container"));
        server.json(400, error(24, 4279009));
      } else if (makes) {
        made++;
        server.json(200, "{\"id\":\"c" + made + "\"}");
      } else {
        server.json(200, state("FINISHED"));
      }
      step = publish(text, stored);
      if (publishes && step instanceof PublishStep.Continue waits) {
        pauses.add(waits.pause());
        assertThat(waits.checkpoint().values()).containsEntry("newest", "1");
      }
    }

    assertThat(publishedWith)
        .containsExactly("c1", "c1", "c1", "c1", "c2", "c2", "c2", "c2", "c3", "c3", "c3", "c3");
    assertThat(pauses).hasSize(11).containsOnly(Duration.ofSeconds(5));
    assertThat(failed(step).failure().kind()).isEqualTo(Kind.TRANSIENT);
    assertThat(failed(step).failure().code()).isEqualTo("24/4279009");
    assertThat(failed(step).checkpoint().isStart()).isTrue();
  }

  @Test
  void aContainerThatTurnsOutToBePublishedAfterARefusalIsLookedUp() {
    Checkpoint marked = marked(text);
    server.json(400, error(24, 4279009)).json(200, state("PUBLISHED"));
    Checkpoint again = goesOn(publish(text, marked)).checkpoint();
    assertThat(publish(text, again)).isInstanceOf(PublishStep.Unknown.class);
  }

  @ParameterizedTest
  @CsvSource({
    "INVALID_ASPEC_RATIO, content.video-ratio",
    "INVALID_DURATION, VIDEO_UNPROCESSED",
    "FAILED_PROCESSING_AUDIO, VIDEO_UNPROCESSED",
    "INVALID_AUDIO_CHANNEL_LAYOUT, VIDEO_UNPROCESSED",
  })
  void aVideoThatCannotBeTakenIsRefusedWithItsReason(String reason, String code) {
    Publication film = publication(video());
    Checkpoint created = created(film);
    server.json(200, failed(reason));
    PublishStep.Failed failed = failed(publish(film, created));
    assertThat(failed.failure().kind()).isEqualTo(Kind.MEDIA_REJECTED);
    assertThat(failed.failure().code()).isEqualTo(code);
    assertThat(failed.checkpoint().isStart()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"FAILED_DOWNLOADING_VIDEO", "UNKNOWN", ""})
  void whatCouldNotBeFetchedIsTriedAFewTimesWithNewContainers(String reason) {
    Publication film = publication(video());
    Checkpoint checkpoint = Checkpoint.START;
    List<Kind> kinds = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      server.json(200, "{\"id\":\"c" + i + "\"}").json(200, failed(reason));
      checkpoint = goesOn(publish(film, checkpoint)).checkpoint();
      PublishStep.Failed failed = failed(publish(film, checkpoint));
      kinds.add(failed.failure().kind());
      checkpoint = failed.checkpoint();
    }
    assertThat(kinds)
        .containsExactly(Kind.TRANSIENT, Kind.TRANSIENT, Kind.TRANSIENT, Kind.MEDIA_REJECTED);
  }

  @Test
  void anExpiredContainerBeginsAgainAndALostOneToo() {
    Checkpoint created = created(text);
    server.json(200, state("EXPIRED")).json(400, error(24, 4279009)).json(400, error(100, 33));
    PublishStep.Failed expired = failed(publish(text, created));
    assertThat(expired.failure().passes()).isTrue();
    assertThat(expired.checkpoint().isStart()).isTrue();
    goesOn(publish(text, created));
    clock.step(Duration.ofMinutes(6));
    PublishStep.Failed lost = failed(publish(text, created));
    assertThat(lost.failure().passes()).isTrue();
    assertThat(lost.checkpoint().values()).doesNotContainKey("container");
  }

  @ParameterizedTest
  @CsvSource({"400,4,2207051", "500,0,0", "503,24,4279009", "400,1,0", "400,2,0", "400,506,0"})
  void anAmbiguousAnswerToPublishingIsUnknown(int status, int code, int subcode) {
    Checkpoint marked = marked(text);
    server.json(status, code == 0 ? "<html>" : error(code, subcode));
    assertThat(publish(text, marked)).isInstanceOf(PublishStep.Unknown.class);
  }

  @Test
  void silenceAndGarbageAreUnknownToo() {
    Checkpoint marked = marked(text);
    server.hangUp().html(200);
    assertThat(publish(text, marked)).isInstanceOf(PublishStep.Unknown.class);
    assertThat(publish(text, marked)).isInstanceOf(PublishStep.Unknown.class);
    assertThat(server.arrived()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({
    "190,463,RECONNECT",
    "10,0,PERMISSION",
    "368,0,ACCOUNT_BLOCKED",
    "100,4279013,ACCOUNT_BLOCKED",
    "1,2207052,TRANSIENT",
    "4,0,RATE_LIMITED",
    "9,2207042,QUOTA",
    "100,0,REJECTED"
  })
  void aRefusalIsClassedByCodeAndSubcode(int code, int subcode, Kind kind) {
    server.json(400, error(code, subcode));
    Failure failure = failed(publish(text, Checkpoint.START)).failure();
    assertThat(failure.kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"message\":\"Param text must be at most 500 characters long\",\"code\":100",
        "\"message\":\"no\",\"code\":100,\"error_user_title\":\"THREADS_API__LINK_LIMIT_EXCEEDED\"",
        "\"message\":\"no\",\"code\":\"THREADS_API__LINK_LIMIT_EXCEEDED\"",
      })
  void aTextThatIsNotTakenIsToldByItsNameWhereverItStands(String error) {
    server.json(400, "{\"error\":{" + error + "}}");
    assertThat(failed(publish(text, Checkpoint.START)).failure().kind())
        .isEqualTo(Kind.TEXT_REJECTED);
  }
}
