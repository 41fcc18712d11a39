package id.gaung.platform.x;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.platform.ChannelPosts;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Evidence;
import id.gaung.platform.Failure;
import id.gaung.platform.LookUp;
import id.gaung.platform.LookUpRequest;
import id.gaung.platform.LookUpRequest.OpenPost;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What became of a post whose answer was lost. */
class XLookUpTest extends XWorld {

  private static final String WRAPPED =
      "\"entities\":{\"urls\":[{\"start\":0,\"end\":23,\"url\":\"https://t.co/abcdefghij\","
          + "\"expanded_url\":\"%s\",\"display_url\":\"x\"}]}";

  private LookUp lookUp(Publication publication, Checkpoint at) {
    return client.lookUp(access, LookUpRequest.of(publication, at));
  }

  private Checkpoint lost(Publication publication) {
    Checkpoint marked = marked(publication);
    server.hangUp();
    assertThat(client.publish(access, publication, marked)).isInstanceOf(PublishStep.Unknown.class);
    clock.step(Duration.ofMinutes(5));
    return marked;
  }

  private void isFound(LookUp answer) {
    assertThat(answer)
        .isInstanceOfSatisfying(
            LookUp.Found.class,
            found -> {
              assertThat(found.post().remoteId()).isEqualTo(ID);
              assertThat(found.post().url())
                  .contains(URI.create("https://x.com/gaung_bpp/status/" + ID));
            });
  }

  private static void isForAPerson(LookUp answer) {
    assertThat(answer).isInstanceOf(LookUp.Undecided.class);
  }

  /** As it is typed, and as X answers it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://toko.example/menu ya|https://t.co/abcdefghij ya|https://toko.example/menu",
        "toko.id ya|https://t.co/abcdefghij ya|http://toko.id",
        "Toko.ID/Menu ya|https://t.co/abcdefghij ya|http://toko.id/Menu",
        "https://toko.id ya|https://t.co/abcdefghij ya|https://toko.id/",
        "Kopi & teh <3|Kopi &amp; teh &lt;3|https://toko.id",
        "Tulis &amp; di sini|Tulis &amp;amp; di sini|https://toko.id",
        "Kopi|Kopi https://t.co/abcdefghij|https://x.com/gaung_bpp/status/1900000000000000777/photo/1",
        "Kopi|Kopi https://t.co/abcdefghij|https://twitter.com/gaung_bpp/status/1900000000000000777/video/1",
        "e\u0301nak|\u00e9nak|https://toko.id",
      })
  void a_text_that_x_has_changed_is_ours(String typed, String shown, String leads) {
    Publication publication = publication(typed);
    Checkpoint at = lost(publication);
    server.json(200, list(listed(ID, shown, WRAPPED.formatted(leads))));

    isFound(lookUp(publication, at));
  }

  /** A known gap of X: some posts come without the address that theirs was wrapped for. */
  @Test
  void an_address_that_cannot_be_unwrapped_is_for_a_person() {
    Publication publication = publication("https://toko.example/menu ya");
    Checkpoint at = lost(publication);
    server.json(200, list(listed(ID, "https://t.co/abcdefghij ya", "")));

    isForAPerson(lookUp(publication, at));
  }

  @Test
  void a_duplicate_after_an_attempt_without_an_answer_is_looked_up_and_found() {
    Publication publication = publication(TEXT);
    Checkpoint first = lost(publication);
    server.json(200, NOTHING);
    LookUp.NotPublished not = (LookUp.NotPublished) lookUp(publication, first);
    Checkpoint second = goesOn(client.publish(access, publication, not.checkpoint())).checkpoint();
    server.json(403, DUPLICATE);
    Checkpoint told = goesOn(client.publish(access, publication, second)).checkpoint();
    int calls = server.arrived();

    assertThat(client.publish(access, publication, told)).isInstanceOf(PublishStep.Unknown.class);
    assertThat(server.arrived()).as("nothing is sent").isEqualTo(calls);
    clock.step(Duration.ofMinutes(5));
    server.json(200, NOTHING);
    assertThat(lookUp(publication, told))
        .isEqualTo(LookUp.Undecided.because(Evidence.Kind.DUPLICATE_TEXT));
    server.json(200, list(listed(ID, TEXT, "")));
    isFound(lookUp(publication, told));
  }

  @Test
  void a_text_that_an_earlier_post_had_is_refused_for_good() {
    Publication publication = publication(TEXT);
    Checkpoint marked = marked(publication);
    server.json(403, DUPLICATE);

    Failure failure = failed(client.publish(access, publication, marked)).failure();

    assertThat(failure.kind()).isEqualTo(Failure.Kind.TEXT_REJECTED);
    assertThat(Evidence.of(failure).kind()).isEqualTo(Evidence.Kind.DUPLICATE_TEXT);
  }

  /** What stood there before the call is never taken for ours, even if X tells of it. */
  @Test
  void an_earlier_post_of_the_same_text_is_not_adopted() {
    Publication publication = publication(TEXT);
    Checkpoint at = lost(publication);
    server.json(200, list(listed("1", TEXT, "")));

    assertThat(lookUp(publication, at)).isInstanceOf(LookUp.NotPublished.class);
  }

  /** The newest of then may be deleted meanwhile; ids grow, so older ones are known as such. */
  @Test
  void older_posts_are_known_by_their_ids_when_the_newest_is_gone() {
    Publication publication =
        new Publication(
            publication(TEXT).id(),
            START,
            TEXT,
            "id",
            List.of(),
            Optional.of("1900000000000000500"));
    Checkpoint at = lost(publication);
    server.json(200, list(listed("1900000000000000400", TEXT, "")));

    assertThat(lookUp(publication, at)).isInstanceOf(LookUp.NotPublished.class);
  }

  @Test
  void another_post_holds_what_would_fit() {
    Publication publication = publication(TEXT);
    Checkpoint at = lost(publication);
    server.json(200, list(listed(ID, TEXT, "")));

    LookUp answer =
        client.lookUp(
            access,
            new LookUpRequest(publication, at, Optional.empty(), posts(Set.of(ID), List.of())));

    assertThat(answer).isInstanceOf(LookUp.NotPublished.class);
  }

  @Test
  void a_twin_whose_address_is_written_otherwise_is_told_apart_by_a_person() {
    Publication publication = publication("Menu di toko.id");
    Checkpoint at = lost(publication);
    server.json(
        200,
        list(listed(ID, "Menu di https://t.co/abcdefghij", WRAPPED.formatted("http://toko.id"))));
    OpenPost twin =
        new OpenPost("Menu di http://toko.id", List.of(), true, Checkpoint.START, false);

    LookUp answer =
        client.lookUp(
            access,
            new LookUpRequest(publication, at, Optional.empty(), posts(Set.of(), List.of(twin))));

    assertThat(answer).isNotInstanceOf(LookUp.Found.class);
  }

  @Test
  void a_person_says_where_it_is() {
    Publication publication = publication(TEXT);
    Checkpoint at = lost(publication);
    server.json(200, list(listed("1900000000000000778", "Lain", ""), listed(ID, "Beda", "")));

    isFound(
        client.lookUp(
            access,
            new LookUpRequest(
                publication,
                at,
                Optional.of(URI.create("https://twitter.com/gaung_bpp/status/" + ID)),
                ChannelPosts.NONE)));
  }

  @Test
  void sooner_than_four_minutes_nothing_is_certain() {
    Publication publication = publication(TEXT);
    Checkpoint marked = marked(publication);
    clock.step(Duration.ofSeconds(30));
    server.json(200, NOTHING);

    isForAPerson(lookUp(publication, marked));
  }

  private static ChannelPosts posts(Set<String> held, List<OpenPost> open) {
    return new ChannelPosts() {
      @Override
      public Set<String> outBefore(Collection<String> remoteIds) {
        return Set.of();
      }

      @Override
      public Set<String> held(Collection<String> marks) {
        return marks.stream().filter(held::contains).collect(Collectors.toSet());
      }

      @Override
      public List<OpenPost> open() {
        return open;
      }
    };
  }
}
