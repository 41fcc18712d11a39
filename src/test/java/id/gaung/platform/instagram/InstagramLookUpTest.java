package id.gaung.platform.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.platform.Checkpoint;
import id.gaung.platform.Evidence;
import id.gaung.platform.LookUp;
import id.gaung.platform.LookUpRequest;
import id.gaung.platform.Publication;
import id.gaung.platform.RemotePost;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Looking up whether a publication is out on Instagram. */
class InstagramLookUpTest extends InstagramWorld {

  private final Publication publication = publication(1);

  private LookUp lookUp(Checkpoint checkpoint) {
    clock.step(Duration.ofSeconds(10));
    return client.lookUp(access, LookUpRequest.of(publication, checkpoint));
  }

  private String media(String id, String caption, String timestamp) {
    return """
        {"id":"%s","caption":"%s","timestamp":"%s","permalink":"https://www.instagram.com/p/%s/"}"""
        .formatted(id, caption, timestamp, id);
  }

  private static final String SAME = "Kopi Banua & teh #UMKM\\nMartapura";

  @Test
  void withoutAContainerNothingWasPublishedAndNobodyIsAsked() {
    assertThat(lookUp(Checkpoint.START)).isEqualTo(new LookUp.NotPublished(Checkpoint.START));
    assertThat(server.arrived()).isZero();
  }

  @Test
  void aPublishedContainersMediaIsFoundByCaptionAndTime() {
    Checkpoint marked = marked(publication);
    server
        .json(200, state("PUBLISHED"))
        .json(
            200,
            "{\"data\":["
                + media("3", "Lain", "2026-11-24T02:00:05+0000")
                + ","
                + media("2", SAME, "2026-11-24T02:00:04+0000")
                + ","
                + media("1", SAME, "2026-11-20T02:00:00+0000")
                + "]}");

    assertThat(lookUp(marked))
        .isEqualTo(
            new LookUp.Found(
                new RemotePost("2", Optional.of(URI.create("https://www.instagram.com/p/2/")))));
    server.taken();
    assertThat(server.taken().getTarget())
        .startsWith("/v25.0/17841/media?fields=")
        .as("no clock decides")
        .doesNotContain("since=", "until=");
  }

  @Test
  void aPublishedContainersMediaIsFoundBehindAHundredOthers() {
    Checkpoint marked = marked(publication);
    String others =
        IntStream.range(0, 100)
            .mapToObj(i -> media("9" + i, "Lain " + i, "2026-11-24T02:05:00+0000"))
            .collect(Collectors.joining(","));
    server
        .json(200, state("PUBLISHED"))
        .json(200, "{\"data\":[" + others + "],\"paging\":{\"cursors\":{\"after\":\"QVFI\"}}}")
        .json(200, "{\"data\":[" + media("2", SAME, "2026-11-24T02:00:04+0000") + "]}");

    assertThat(lookUp(marked)).isInstanceOf(LookUp.Found.class);
    server.taken();
    server.taken();
    assertThat(server.taken().getTarget()).contains("after=QVFI");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"data\":[]}", "<html>", ""})
  void aPublishedContainerWhoseMediaIsNotListedIsUndecidedAndSaysThatItIsOut(String answer) {
    Checkpoint marked = marked(publication);
    server.json(200, state("PUBLISHED")).json(200, answer);

    assertThat(lookUp(marked))
        .isInstanceOfSatisfying(
            LookUp.Undecided.class,
            u ->
                assertThat(u.evidence())
                    .extracting(Evidence::kind)
                    .containsExactly(Evidence.Kind.MEDIA_NOT_FOUND));
  }

  @Test
  void theSameCaptionFromLongBeforeIsNotOurs() {
    Checkpoint marked = marked(publication);
    server
        .json(200, state("PUBLISHED"))
        .json(200, "{\"data\":[" + media("1", SAME, "2026-11-20T02:00:00+0000") + "]}");

    assertThat(lookUp(marked)).isInstanceOf(LookUp.Undecided.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"FINISHED", "IN_PROGRESS"})
  void aContainerNotPublishedIsGoneOnWith(String code) {
    Checkpoint marked = marked(publication);
    server.json(200, state(code));

    assertThat(lookUp(marked))
        .isInstanceOfSatisfying(
            LookUp.NotPublished.class,
            n ->
                assertThat(n.checkpoint().values())
                    .containsEntry("container", "c1")
                    .doesNotContainKey("publishing"));
  }

  @Test
  void aFinishedContainerInTheFirstTenSecondsDecidesNothing() {
    Checkpoint marked = marked(publication);
    clock.step(Duration.ofSeconds(9));
    server.json(200, state("FINISHED"));

    assertThat(client.lookUp(access, LookUpRequest.of(publication, marked)))
        .isInstanceOf(LookUp.Undecided.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"EXPIRED", "ERROR"})
  void aDeadContainerBeginsAgain(String code) {
    Checkpoint marked = marked(publication);
    server.json(200, state(code));

    assertThat(lookUp(marked)).isEqualTo(new LookUp.NotPublished(Checkpoint.START));
  }

  @ParameterizedTest
  @CsvSource({"400,100,33", "400,190,0", "500,2,0", "400,24,2207008"})
  void anAnswerWithoutAStateDecidesNothing(int status, int code, int subcode) {
    Checkpoint marked = marked(publication);
    server.json(status, error(code, subcode));

    assertThat(lookUp(marked)).isInstanceOf(LookUp.Undecided.class);
  }

  @Test
  void silenceDecidesNothing() {
    Checkpoint marked = marked(publication);
    server.hangUp();

    assertThat(lookUp(marked)).isInstanceOf(LookUp.Undecided.class);
  }
}
