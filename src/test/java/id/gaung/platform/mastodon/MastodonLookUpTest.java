package id.gaung.platform.mastodon;

import static id.gaung.platform.mastodon.MastodonFixture.HTML;
import static id.gaung.platform.mastodon.MastodonFixture.START;
import static id.gaung.platform.mastodon.MastodonFixture.TEXT;
import static id.gaung.platform.mastodon.MastodonFixture.boost;
import static id.gaung.platform.mastodon.MastodonFixture.list;
import static id.gaung.platform.mastodon.MastodonFixture.publication;
import static id.gaung.platform.mastodon.MastodonFixture.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.ChannelPosts;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Evidence;
import id.gaung.platform.LookUp;
import id.gaung.platform.LookUpRequest;
import id.gaung.platform.Publication;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    clock.step(StatusSearch.TOO_EARLY);
    return client.lookUp(access, LookUpRequest.of(publication, marked));
  }

  private String old(int id) {
    return status("" + id, START.minus(Duration.ofHours(id)), HTML);
  }

  @Test
  void withoutTheMarkNothingWasPostedAndNobodyIsAsked() {
    LookUp lookUp = client.lookUp(access, LookUpRequest.of(publication, Checkpoint.START));

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
            "{\"id\":\"115\",\"text\":"
                + AnswerJson.write(AnswerJson.object().put("t", TEXT)).substring(5));

    assertThat(lookUp()).isInstanceOf(LookUp.Found.class);
    server.taken();
    assertThat(server.taken().getTarget()).isEqualTo("/api/v1/statuses/115/source");
  }

  @Test
  void theSameTextFromBeforeTheAttemptIsNotOurs() {
    server.json(200, list(List.of(old(1))));

    assertThat(lookUp()).isInstanceOf(LookUp.NotPublished.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 429, 500, 503})
  void theSameWordsWhoseSourceCouldNotBeReadDecideNothing(int status) {
    server.json(200, list(List.of(status("115", START, REWRITTEN), old(1)))).html(status);

    assertThat(lookUp()).isInstanceOf(LookUp.Undecided.class);
  }

  @Test
  void aStatusWithOurUploadedPictureIsOursWhateverItsText() {
    Publication pictured = publication(TEXT, 1);
    Checkpoint marked = marked(pictured);
    clock.step(StatusSearch.TOO_EARLY);
    server.json(
        200,
        list(
            List.of(
                status("115", START, "<p>lain</p>")
                    .replace(
                        "\"media_attachments\":[]", "\"media_attachments\":[{\"id\":\"m0\"}]"))));

    assertThat(client.lookUp(access, LookUpRequest.of(pictured, marked)))
        .isInstanceOf(LookUp.Found.class);
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
  void anAbsenceInTheFirstMinutesDecidesNothing() {
    Checkpoint marked = marked(publication);
    clock.step(StatusSearch.TOO_EARLY.minusSeconds(1));
    server.json(200, "[]");

    assertThat(client.lookUp(access, LookUpRequest.of(publication, marked)))
        .isInstanceOf(LookUp.Undecided.class);
  }

  @Test
  void aFullPageThatDoesNotReachBackIsFollowedByOlderOnes() {
    List<String> page = new ArrayList<>();
    IntStream.range(0, 40)
        .forEach(
            i -> page.add(withSource(status("" + (300 - i), START, "<p>" + i + "</p>"), "" + i)));
    server.json(200, list(page));
    server.json(200, list(List.of(status("115", START, HTML))));

    assertThat(lookUp()).isInstanceOf(LookUp.Found.class);
  }

  @Test
  void aFullPageFromAServerThatDoesNotTurnPagesDecidesNothing() {
    List<String> page = new ArrayList<>();
    IntStream.range(0, 20)
        .forEach(
            i -> page.add(withSource(status("" + (300 - i), START, "<p>" + i + "</p>"), "" + i)));
    server.json(200, list(page));
    server.json(200, list(page));

    assertThat(lookUp())
        .isInstanceOfSatisfying(
            LookUp.Undecided.class,
            u -> assertThat(u.evidence()).endsWith(Evidence.of(Evidence.Kind.LIST_TOO_SHORT)));
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

  // What the account shows since the attempt began is somebody's.

  private static final String OTHER = "<p>Amplang Manggar</p>";

  private LookUp lookUp(Publication asked, ChannelPosts posts) {
    Checkpoint marked = marked(asked);
    clock.step(StatusSearch.TOO_EARLY);
    return client.lookUp(access, new LookUpRequest(asked, marked, Optional.empty(), posts));
  }

  /** A server that hands out sources, of every status by its id. */
  private static String withSource(String status, String text) {
    return status.replace(
        "\"reblog\":null",
        "\"text\":" + AnswerJson.write(TextNode.valueOf(text)) + ",\"reblog\":null");
  }

  private static LookUpRequest.OpenPost open(String text, boolean samePictures, String... alts) {
    return new LookUpRequest.OpenPost(text, List.of(alts), samePictures, Checkpoint.START, false);
  }

  private static ChannelPosts posts(Set<String> held, LookUpRequest.OpenPost... open) {
    return new ChannelPosts() {
      @Override
      public Set<String> outBefore(Collection<String> remoteIds) {
        return remoteIds.contains("50") ? Set.of("50") : Set.of();
      }

      @Override
      public Set<String> held(Collection<String> marks) {
        return marks.stream().filter(held::contains).collect(Collectors.toSet());
      }

      @Override
      public List<LookUpRequest.OpenPost> open() {
        return List.of(open);
      }
    };
  }

  private static List<String> candidates(LookUp answer) {
    return ((LookUp.Undecided) answer).candidates().stream().map(c -> c.post().remoteId()).toList();
  }

  @Test
  void aStatusNobodyOwnsIsForAPersonWhateverItsWords() {
    server.json(200, list(List.of(status("115", START, OTHER), old(1)))).html(404);

    LookUp answer = lookUp();
    assertThat(candidates(answer)).containsExactly("115");
    LookUp.Candidate candidate = ((LookUp.Undecided) answer).candidates().get(0);
    assertThat(candidate.excerpt()).isEqualTo("Amplang Manggar");
    assertThat(candidate.at()).contains(START);
    assertThat(candidate.post().url().orElseThrow())
        .hasToString("https://social.example/@brand/115");
  }

  @Test
  void aStatusAnotherRenditionHoldsIsNotLookedAtTwice() {
    server.json(200, list(List.of(status("115", START, HTML), old(1))));

    assertThat(lookUp(publication, posts(Set.of("115")))).isInstanceOf(LookUp.NotPublished.class);
  }

  @Test
  void aStatusIsHeldByItsAddressTooWhereTheServerGaveItAnotherId() {
    server.json(200, list(List.of(status("115", START, HTML), old(1))));

    assertThat(lookUp(publication, posts(Set.of("https://social.example/@brand/115"))))
        .isInstanceOf(LookUp.NotPublished.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"kopi banua", "*Kopi* Banua", "Kopi  Banua", "Kopi/Banua", "> Kopi Banua"})
  void textsThatDifferInWhatServersRewriteAreToldApartByTheirSource(String near) {
    Publication kopi = publication("Kopi Banua", 0);
    String one = withSource(status("116", START, "<p>Kopi Banua</p>"), near);
    server.json(200, list(List.of(one, old(1))));
    assertThat(lookUp(kopi, posts(Set.of(), open(near, true))))
        .as("the other's")
        .isInstanceOf(LookUp.NotPublished.class);

    String both = withSource(status("117", START, "<p>Kopi Banua</p>"), "Kopi Banua");
    server.json(200, list(List.of(both, one, old(1))));
    assertThat(
            client.lookUp(
                access,
                new LookUpRequest(
                    kopi, marked(kopi), Optional.empty(), posts(Set.of(), open(near, true)))))
        .isInstanceOfSatisfying(
            LookUp.Found.class, f -> assertThat(f.post().remoteId()).isEqualTo("117"));
  }

  @Test
  void textsThatCannotBeToldApartAreForAPerson() {
    server.json(200, list(List.of(status("115", START, "<p>Kopi Banua</p>"), old(1)))).html(404);

    assertThat(
            candidates(
                lookUp(publication("Kopi Banua", 0), posts(Set.of(), open("*Kopi* Banua", true)))))
        .containsExactly("115");
  }

  @Test
  void ofTwoThatAreTheSameInAllAReaderSeesEitherTakesIt() {
    String one = withSource(status("115", START, HTML), TEXT);
    server.json(200, list(List.of(one, old(1))));

    assertThat(lookUp(publication, posts(Set.of(), open(TEXT, true))))
        .isInstanceOf(LookUp.Found.class);
  }

  @Test
  void theSameTextWithAnotherPhotoIsToldApartByItsWordsOrByAPerson() {
    Publication pictured = publication(TEXT, 1);
    String with =
        withSource(status("115", START, HTML), TEXT)
            .replace(
                "\"media_attachments\":[]",
                "\"media_attachments\":[{\"id\":\"x\",\"description\":\"Gambar 0\"}]");
    server.json(200, "{\"id\":\"m0\",\"type\":\"image\"}");
    Checkpoint marked = goesOn(client.publish(access, pictured, Checkpoint.START)).checkpoint();
    marked = goesOn(client.publish(access, pictured, marked)).checkpoint();
    clock.step(StatusSearch.TOO_EARLY);
    String page = list(List.of(with, old(1)));
    server.json(200, page).json(200, page).json(200, page);

    assertThat(
            client.lookUp(
                access,
                new LookUpRequest(
                    pictured,
                    marked,
                    Optional.empty(),
                    posts(Set.of(), open(TEXT, false, "Abon")))))
        .isInstanceOf(LookUp.Found.class);
    assertThat(
            candidates(
                client.lookUp(
                    access,
                    new LookUpRequest(
                        pictured,
                        marked,
                        Optional.empty(),
                        posts(Set.of(), open(TEXT, false, "Gambar 0"))))))
        .containsExactly("115");
    Checkpoint bare = marked(publication);
    clock.step(StatusSearch.TOO_EARLY);
    assertThat(
            client.lookUp(
                access,
                new LookUpRequest(
                    publication,
                    bare,
                    Optional.empty(),
                    posts(Set.of(), open(TEXT, false, "Gambar 0")))))
        .as("the other's")
        .isInstanceOf(LookUp.NotPublished.class);
  }

  @Test
  void aCallThatIsUnderWayMayBeAboutToHoldIt() {
    String one = withSource(status("115", START, HTML), TEXT);
    server.json(200, list(List.of(one, old(1))));

    assertThat(
            lookUp(
                publication,
                posts(
                    Set.of(),
                    new LookUpRequest.OpenPost(TEXT, List.of(), true, Checkpoint.START, true))))
        .isInstanceOfSatisfying(
            LookUp.Undecided.class,
            u ->
                assertThat(u.evidence())
                    .containsExactly(Evidence.of(Evidence.Kind.OTHERS_RUNNING)));
  }

  @Test
  void theWrapperOfABoostOfOursIsThatStatus() {
    server.json(
        200,
        list(
            List.of(
                boost("C0FFEE", START.plusSeconds(5), HTML)
                    .replace(
                        "\"account\":{\"id\":\"7\"},\"content\"",
                        "\"account\":{\"id\":\"9\"},\"content\""),
                old(1))));

    assertThat(lookUp())
        .isInstanceOfSatisfying(
            LookUp.Found.class, f -> assertThat(f.post().remoteId()).isEqualTo("900"));
  }

  @Test
  void repliesAreNeverOurs() {
    String reply =
        status("115", START, OTHER).replace("\"reblog\"", "\"in_reply_to_id\":\"3\",\"reblog\"");
    server.json(200, list(List.of(reply, old(1))));

    assertThat(lookUp()).isInstanceOf(LookUp.NotPublished.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Lihat [daftar](https://contoh.example/a) ![gambar](https://contoh.example/b.png)",
        "Halo <script>alert(1)</script> semua",
        "Tom &amp; Jerry",
        "https://contoh.example/kopi.jpg"
      })
  void whatTheServerMakesOfAnOddTextDoesNotMatterWhereItTellsTheSource(String odd) {
    String hidden =
        withSource(status("115", START, ""), odd)
            .replace("\"media_attachments\":[]", "\"media_attachments\":[{\"id\":\"z\"}]");
    server.json(200, list(List.of(hidden, old(1))));

    assertThat(lookUp(publication(odd, 0), posts(Set.of()))).isInstanceOf(LookUp.Found.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {-86_400, -20, 0, 20, 86_400})
  void noClockDecides(int seconds) {
    String ours = status("115", START.plusSeconds(seconds), HTML);
    server.json(200, list(List.of(ours, old(1))));

    assertThat(lookUp()).isInstanceOf(LookUp.Found.class);
  }

  @Test
  void whatStoodThereBeforeIsAskedForWhereNobodyKnows() {
    Publication unknown = MastodonFixture.withoutMark(publication);
    server.json(200, list(List.of(status("40", START, OTHER), status("39", START, HTML))));
    Checkpoint marked = goesOn(client.publish(access, unknown, Checkpoint.START)).checkpoint();
    assertThat(server.taken().getTarget())
        .isEqualTo("/api/v1/accounts/7/statuses?limit=40&exclude_reblogs=true");
    clock.step(StatusSearch.TOO_EARLY);
    // One of them was deleted meanwhile.
    server.json(200, list(List.of(status("39", START, HTML))));

    assertThat(client.lookUp(access, LookUpRequest.of(unknown, marked)))
        .isInstanceOf(LookUp.NotPublished.class);
  }

  @Test
  void whatIsPinnedOrChangedEndsNoReading() {
    String pinned = status("1", START, OTHER).replace("\"reblog\"", "\"pinned\":true,\"reblog\"");
    server.json(200, list(List.of(pinned, status("115", START, HTML), status("50", START, OTHER))));

    assertThat(lookUp(publication, posts(Set.of()))).isInstanceOf(LookUp.Found.class);
  }

  @Test
  void whereNothingIsKnownOfBeforeAnOldPostOfTheSameWordsIsNotTakenForOurs() {
    Publication unknown = MastodonFixture.withoutMark(publication);
    server.html(404);
    Checkpoint marked = goesOn(client.publish(access, unknown, Checkpoint.START)).checkpoint();
    clock.step(StatusSearch.TOO_EARLY);
    server.json(200, list(List.of(status("39", START, HTML))));

    assertThat(candidates(client.lookUp(access, LookUpRequest.of(unknown, marked))))
        .containsExactly("39");
  }

  @Test
  void theAddressAPersonNamesIsTaken() {
    server.json(200, list(List.of(status("115", START, OTHER), status("114", START, OTHER))));
    Checkpoint marked = marked(publication);
    clock.step(StatusSearch.TOO_EARLY);

    assertThat(
            client.lookUp(
                access,
                new LookUpRequest(
                    publication,
                    marked,
                    Optional.of(URI.create("https://social.example/@brand/114")),
                    ChannelPosts.NONE)))
        .isInstanceOfSatisfying(
            LookUp.Found.class, f -> assertThat(f.post().remoteId()).isEqualTo("114"));
  }
}
