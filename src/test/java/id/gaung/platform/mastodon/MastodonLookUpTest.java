package id.gaung.platform.mastodon;

import static id.gaung.platform.mastodon.MastodonFixture.HTML;
import static id.gaung.platform.mastodon.MastodonFixture.START;
import static id.gaung.platform.mastodon.MastodonFixture.TEXT;
import static id.gaung.platform.mastodon.MastodonFixture.boost;
import static id.gaung.platform.mastodon.MastodonFixture.list;
import static id.gaung.platform.mastodon.MastodonFixture.publication;
import static id.gaung.platform.mastodon.MastodonFixture.status;
import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.platform.Checkpoint;
import id.gaung.platform.Evidence;
import id.gaung.platform.Json;
import id.gaung.platform.LookUp;
import id.gaung.platform.Publication;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looking up what became of a status. */
class MastodonLookUpTest extends MastodonWorld {

  private static final String REWRITTEN = "<p>di Martapura kini: Kopi Banua (UMKM) [tautan]</p>";

  private final Publication publication = publication(TEXT, 0);

  private LookUp lookUp() {
    Checkpoint marked = marked(publication);
    clock.step(Duration.ofSeconds(10));
    return client.lookUp(access, publication, marked);
  }

  private String old(int id) {
    return status("" + id, START.minus(Duration.ofHours(id)), HTML);
  }

  @Test
  void withoutTheMarkNothingWasPostedAndNobodyIsAsked() {
    LookUp lookUp = client.lookUp(access, publication, Checkpoint.START);

    assertThat(lookUp).isEqualTo(new LookUp.NotPublished(Checkpoint.START));
    assertThat(server.arrived()).isZero();
  }

  @Test
  void aStatusWithTheContentAndTimeIsFoundInTheAccountsOwnList() {
    server.json(200, list(List.of(status("115", START, HTML), old(1))));

    assertThat(lookUp())
        .isInstanceOfSatisfying(
            LookUp.Found.class, f -> assertThat(f.post().remoteId()).isEqualTo("115"));
    assertThat(server.taken().getTarget())
        .isEqualTo("/api/v1/accounts/7/statuses?limit=40&exclude_reblogs=true");
  }

  @Test
  void aStatusIsFoundByItsSourceWhereTheServerChangedTheContent() {
    server
        .json(200, list(List.of(status("115", START, REWRITTEN))))
        .json(
            200,
            "{\"id\":\"115\",\"text\":" + Json.write(Json.object().put("t", TEXT)).substring(5));

    assertThat(lookUp()).isInstanceOf(LookUp.Found.class);
    server.taken();
    assertThat(server.taken().getTarget()).isEqualTo("/api/v1/statuses/115/source");
  }

  @Test
  void theSameTextFromBeforeTheAttemptIsNotOurs() {
    server.json(200, list(List.of(old(1))));

    assertThat(lookUp()).isInstanceOf(LookUp.NotPublished.class);
  }

  @Test
  void anotherTextOfTheSameTimeIsNotOursAndItsSourceIsNotAskedFor() {
    server.json(200, list(List.of(status("115", START, "<p>Kopi Banua</p>"), old(1))));

    assertThat(lookUp()).isInstanceOf(LookUp.NotPublished.class);
    assertThat(server.arrived()).isOne();
  }

  @Test
  void theSameWordsInAnotherOrderAreNotOursWhereNoSourceSaysSo() {
    server.json(200, list(List.of(status("115", START, REWRITTEN), old(1)))).html(404);

    assertThat(lookUp()).isInstanceOf(LookUp.NotPublished.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 429, 500, 503})
  void theSameWordsWhoseSourceCouldNotBeReadDecideNothing(int status) {
    server.json(200, list(List.of(status("115", START, REWRITTEN), old(1)))).html(status);

    assertThat(lookUp()).isInstanceOf(LookUp.Undecided.class);
  }

  @Test
  void aBoostOfTheSameTextIsNotOurs() {
    server.json(200, list(List.of(boost("116", START, HTML), old(1))));

    assertThat(lookUp()).isInstanceOf(LookUp.NotPublished.class);
  }

  @Test
  void aStatusWithAnotherNumberOfPicturesIsNotOurs() {
    String withPicture =
        status("115", START, HTML)
            .replace("\"media_attachments\":[]", "\"media_attachments\":[{\"id\":\"9\"}]");
    server.json(200, list(List.of(withPicture, old(1))));

    assertThat(lookUp()).isInstanceOf(LookUp.NotPublished.class);
  }

  @Test
  void aStatusWithOurUploadedPictureIsOursWhateverItsText() {
    Publication pictured = publication(TEXT, 1);
    Checkpoint marked = marked(pictured);
    clock.step(Duration.ofSeconds(10));
    server.json(
        200,
        list(
            List.of(
                status("115", START, "<p>lain</p>")
                    .replace(
                        "\"media_attachments\":[]", "\"media_attachments\":[{\"id\":\"m0\"}]"))));

    assertThat(client.lookUp(access, pictured, marked)).isInstanceOf(LookUp.Found.class);
  }

  @Test
  void anEmptyHealthyListMeansNotPublished() {
    server.json(200, "[]");

    assertThat(lookUp())
        .isInstanceOfSatisfying(
            LookUp.NotPublished.class,
            n -> assertThat(n.checkpoint().values()).doesNotContainKey("posting"));
  }

  @Test
  void anAbsenceInTheFirstTenSecondsDecidesNothing() {
    Checkpoint marked = marked(publication);
    clock.step(Duration.ofSeconds(9));
    server.json(200, "[]");

    assertThat(client.lookUp(access, publication, marked)).isInstanceOf(LookUp.Undecided.class);
  }

  @Test
  void aFullPageThatDoesNotReachBackIsFollowedByOlderOnes() {
    List<String> page = new ArrayList<>();
    IntStream.range(0, 40)
        .forEach(i -> page.add(status("" + (300 - i), START, "<p>" + i + "</p>")));
    server.json(200, list(page));
    server.json(200, list(List.of(status("115", START, HTML))));

    assertThat(lookUp()).isInstanceOf(LookUp.Found.class);
  }

  @Test
  void sourcesAreNotAskedForWhatCameLongAfterTheCall() {
    String later = status("300", START.plus(Duration.ofHours(1)), REWRITTEN);
    server.json(200, list(List.of(later, status("115", START, REWRITTEN))));
    server.html(404);

    assertThat(lookUp()).isInstanceOf(LookUp.NotPublished.class);
    server.taken();
    assertThat(server.taken().getTarget()).isEqualTo("/api/v1/statuses/115/source");
  }

  @Test
  void aFullPageFromAServerThatDoesNotTurnPagesDecidesNothing() {
    List<String> page = new ArrayList<>();
    IntStream.range(0, 20)
        .forEach(i -> page.add(status("" + (300 - i), START, "<p>" + i + "</p>")));
    server.json(200, list(page));
    server.json(200, list(page));

    assertThat(lookUp())
        .isInstanceOfSatisfying(
            LookUp.Undecided.class,
            u ->
                assertThat(u.evidence())
                    .containsExactly(Evidence.of(Evidence.Kind.LIST_TOO_SHORT)));
  }

  @Test
  void aServerWhoseClockIsBehindIsReadByItsOwnClock() {
    Instant behind = START.minus(Duration.ofMinutes(3));
    server.json(
        200, list(List.of(status("115", behind, HTML))), "Date", "Tue, 24 Nov 2026 01:57:10 GMT");

    assertThat(lookUp()).isInstanceOf(LookUp.Found.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 401, 403, 404, 429, 500, 502})
  void anAnswerThatIsNoListDecidesNothing(int status) {
    server.html(status);

    assertThat(lookUp()).isInstanceOf(LookUp.Undecided.class);
  }

  @Test
  void silenceDecidesNothing() {
    server.hangUp();

    assertThat(lookUp()).isInstanceOf(LookUp.Undecided.class);
  }
}
