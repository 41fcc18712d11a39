package id.gaung.platform.linkedin;

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

/** What became of a post whose answer was lost. */
class LinkedInLookUpTest extends LinkedInWorld {

  private static final String DUPLICATE =
      "{\"message\":\"com.linkedin.content.common.exception.BadRequestResponseException: Content is a"
          + " duplicate of urn:li:share:7431329065766260736\",\"errorDetails\":{\"inputErrors\":"
          + "[{\"code\":\"DUPLICATE_POST\"}]},\"status\":422}";

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

  private static void isFound(LookUp answer) {
    assertThat(answer)
        .isInstanceOfSatisfying(
            LookUp.Found.class, found -> assertThat(found.post().remoteId()).isEqualTo(URN));
  }

  @Test
  void our_text_is_found_as_linkedin_writes_it() {
    Publication publication = publication(TEXT);
    Checkpoint at = lost(publication);
    server.json(200, list(listed(URN, "Amplang \\(Manggar\\) {hashtag|\\#|UMKM}")));

    isFound(lookUp(publication, at));
  }

  /** A post of the same text from before is never taken for ours. */
  @Test
  void an_earlier_post_of_the_same_text_is_not_adopted() {
    Publication publication = publication(TEXT);
    Checkpoint at = lost(publication);
    server.json(
        200,
        list(
            listed("urn:li:ugcPost:7397999999999999999", TEXT),
            listed("urn:li:share:7398000000000000000", TEXT)));

    assertThat(lookUp(publication, at)).isInstanceOf(LookUp.NotPublished.class);
  }

  /** A list by the time of changes has older posts among the new ones. */
  @Test
  void a_post_that_was_changed_lately_does_not_hide_ours() {
    Publication publication = publication(TEXT);
    Checkpoint at = lost(publication);
    server.json(
        200,
        list(
            listed("urn:li:share:7390000000000000000", "Lama"),
            listed(URN, "Amplang (Manggar) #UMKM"),
            listed("urn:li:share:7398000000000000000", "Tadi")));

    isFound(lookUp(publication, at));
  }

  /** Others went round in circles: each refusal named another post, and none of them existed. */
  @Test
  void a_duplicate_is_never_sent_again_and_its_urn_never_believed() {
    Publication publication = publication(TEXT);
    Checkpoint marked = marked(publication);
    server.json(422, DUPLICATE);
    Checkpoint told = step(publication, marked);
    int calls = server.arrived();

    assertThat(client.publish(access, publication, told))
        .isInstanceOfSatisfying(
            PublishStep.Unknown.class,
            unknown -> assertThat(unknown.failure().detail()).contains("7431329065766260736"));
    assertThat(server.arrived()).as("nothing is sent").isEqualTo(calls);
    clock.step(Duration.ofMinutes(5));
    server.json(200, NOTHING);
    LookUp.NotPublished not = (LookUp.NotPublished) lookUp(publication, told);
    Failure failure = failed(client.publish(access, publication, not.checkpoint())).failure();

    assertThat(failure.kind()).isEqualTo(Failure.Kind.TEXT_REJECTED);
    assertThat(Evidence.of(failure).kind()).isEqualTo(Evidence.Kind.DUPLICATE_TEXT);
    assertThat(server.arrived()).as("only the list was read").isEqualTo(calls + 1);
  }

  @Test
  void a_duplicate_after_an_attempt_without_an_answer_is_found_or_for_a_person() {
    Publication publication = publication(TEXT);
    Checkpoint first = lost(publication);
    server.json(200, NOTHING);
    LookUp.NotPublished not = (LookUp.NotPublished) lookUp(publication, first);
    Checkpoint second = step(publication, not.checkpoint());
    server.json(422, DUPLICATE);
    Checkpoint told = step(publication, second);
    clock.step(Duration.ofMinutes(5));
    server.json(200, NOTHING);

    assertThat(lookUp(publication, told))
        .isInstanceOfSatisfying(
            LookUp.Undecided.class,
            undecided ->
                assertThat(undecided.evidence())
                    .extracting(Evidence::kind)
                    .containsExactly(Evidence.Kind.DUPLICATE_TEXT));
    server.json(200, list(listed(URN, TEXT)));
    isFound(lookUp(publication, told));
  }

  @Test
  void another_post_holds_what_would_fit() {
    Publication publication = publication(TEXT);
    Checkpoint at = lost(publication);
    server.json(200, list(listed(URN, TEXT)));

    LookUp answer =
        client.lookUp(
            access,
            new LookUpRequest(publication, at, Optional.empty(), posts(Set.of(URN), List.of())));

    assertThat(answer).isInstanceOf(LookUp.NotPublished.class);
  }

  @Test
  void twins_whose_addresses_were_shortened_are_told_apart_by_a_person() {
    Publication publication = publication("Menu di https://toko.example/1");
    Checkpoint at = lost(publication);
    server.json(200, list(listed(URN, "Menu di https://lnkd.in/gAbCd")));
    OpenPost twin =
        new OpenPost("Menu di https://toko.example/2", List.of(), true, Checkpoint.START, false);

    LookUp answer =
        client.lookUp(
            access,
            new LookUpRequest(publication, at, Optional.empty(), posts(Set.of(), List.of(twin))));

    assertThat(answer).isInstanceOf(LookUp.Undecided.class);
  }

  @Test
  void a_person_says_where_it_is() {
    Publication publication = publication(TEXT);
    Checkpoint at = lost(publication);
    server.json(200, list(listed("urn:li:share:7398500000000000778", "Lain"), listed(URN, "Beda")));

    isFound(
        client.lookUp(
            access,
            new LookUpRequest(
                publication,
                at,
                Optional.of(URI.create(server.address() + "/feed/update/" + URN)),
                ChannelPosts.NONE)));
  }

  /** What LinkedIn lets people copy names the activity, whose number is another one. */
  @Test
  void a_person_says_where_it_is_by_the_number_of_its_activity() {
    Publication publication = publication(TEXT);
    Checkpoint at = lost(publication);
    String other = "urn:li:share:7398900000000000778";
    server.json(200, list(listed(other, "Lain"), listed(URN, "Beda")));

    isFound(
        client.lookUp(
            access,
            new LookUpRequest(
                publication,
                at,
                Optional.of(
                    URI.create(
                        "https://www.linkedin.com/posts/gaung-balikpapan_beda-activity-"
                            + "7398500005000000777-aBcD")),
                ChannelPosts.NONE)));
  }

  @Test
  void sooner_than_four_minutes_nothing_is_certain() {
    Publication publication = publication(TEXT);
    Checkpoint marked = marked(publication);
    clock.step(Duration.ofSeconds(30));
    server.json(200, NOTHING);

    assertThat(lookUp(publication, marked)).isInstanceOf(LookUp.Undecided.class);
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
