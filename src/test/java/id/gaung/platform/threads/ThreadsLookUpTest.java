package id.gaung.platform.threads;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.platform.Attachment;
import id.gaung.platform.ChannelPosts;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Evidence;
import id.gaung.platform.LookUp;
import id.gaung.platform.LookUpRequest;
import id.gaung.platform.LookUpRequest.OpenPost;
import id.gaung.platform.Publication;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Looking up whether a publication is out on Threads. */
class ThreadsLookUpTest extends ThreadsWorld {

  private static final String OLD = media("1", "Lama", "TEXT_POST");

  private final Publication text = publication(Attachment.NONE);

  /** What is known of the account's other posts. */
  private record Known(Set<String> holding, List<OpenPost> open) implements ChannelPosts {

    static final Known NOTHING = new Known(Set.of(), List.of());

    static Known open(String text, boolean running) {
      OpenPost other = new OpenPost(text, List.of(), true, Checkpoint.START, running);
      return new Known(Set.of(), List.of(other));
    }

    @Override
    public Set<String> outBefore(Collection<String> remoteIds) {
      return Set.of();
    }

    @Override
    public Set<String> held(Collection<String> marks) {
      return holding;
    }
  }

  private LookUp lookUp(Publication publication, Known known, String state, String... media) {
    Checkpoint marked = marked(publication);
    clock.step(Duration.ofSeconds(10));
    server.json(200, state(state)).json(200, list(media));
    return client.lookUp(access, new LookUpRequest(publication, marked, Optional.empty(), known));
  }

  private static void found(LookUp answer, String id) {
    assertThat(answer)
        .isInstanceOfSatisfying(
            LookUp.Found.class, f -> assertThat(f.post().remoteId()).isEqualTo(id));
  }

  private static void undecided(LookUp answer, Evidence.Kind kind, String... candidates) {
    assertThat(answer)
        .isInstanceOfSatisfying(
            LookUp.Undecided.class,
            u -> {
              assertThat(u.evidence()).extracting(Evidence::kind).contains(kind);
              assertThat(u.candidates())
                  .extracting(c -> c.post().remoteId())
                  .containsExactly(candidates);
            });
  }

  @Test
  void a_published_container_is_found_among_the_account_s_own() {
    found(
        lookUp(
            text,
            Known.NOTHING,
            "PUBLISHED",
            media("5", TEXT, "REPOST_FACADE"),
            media("4", TEXT, "IMAGE"),
            media("3", TEXT, "TEXT_POST").replace("{", "{\"is_reply\":true,"),
            media("2", TEXT, "TEXT_POST"),
            OLD),
        "2");
    server.taken();
    assertThat(server.taken().getTarget())
        .startsWith("/v1.0/me/threads?fields=id%2Ctext%2C")
        .as("no clock decides")
        .doesNotContain("since=", "until=");
  }

  @Test
  void a_kind_that_nobody_knows_may_be_it() {
    found(lookUp(text, Known.NOTHING, "PUBLISHED", media("2", TEXT, "TEXT_LINK"), OLD), "2");
  }

  @Test
  void what_another_post_holds_is_not_it() {
    Known held = new Known(Set.of("2"), List.of());
    undecided(
        lookUp(text, held, "PUBLISHED", media("2", TEXT, "TEXT_POST"), OLD),
        Evidence.Kind.MEDIA_NOT_FOUND);
  }

  @Test
  void an_answer_that_a_post_has_no_state_means_that_it_is_one() {
    Checkpoint marked = marked(text);
    clock.step(Duration.ofSeconds(10));
    server
        .json(
            400,
            "{\"error\":{\"message\":\"Tried accessing nonexisting field (status)\","
                + "\"type\":\"THApiException\",\"code\":100}}")
        .json(200, list(media("2", TEXT, "TEXT_POST"), OLD));
    found(client.lookUp(access, LookUpRequest.of(text, marked)), "2");
  }

  /** A container's state may be told by a copy that is late, so the list has to agree. */
  @Test
  void a_ready_container_is_not_published_where_the_account_shows_nothing_new() {
    assertThat(lookUp(text, Known.NOTHING, "FINISHED", OLD))
        .isInstanceOfSatisfying(
            LookUp.NotPublished.class,
            n ->
                assertThat(n.checkpoint().values())
                    .containsEntry("container", "c1")
                    .doesNotContainKey("publishing"));
  }

  @Test
  void a_ready_container_whose_post_is_in_the_list_is_found() {
    found(lookUp(text, Known.NOTHING, "FINISHED", media("2", TEXT, "TEXT_POST"), OLD), "2");
  }

  @Test
  void a_ready_container_beside_something_of_nobody_s_is_for_a_person() {
    undecided(
        lookUp(text, Known.NOTHING, "FINISHED", media("2", "Lain", "TEXT_POST"), OLD),
        Evidence.Kind.CANDIDATES,
        "2");
  }

  @Test
  void what_is_another_open_post_s_by_its_words_does_not_stand_in_the_way() {
    assertThat(
            lookUp(
                text, Known.open("Lain", true), "FINISHED", media("2", "Lain", "TEXT_POST"), OLD))
        .isInstanceOf(LookUp.NotPublished.class);
    undecided(
        lookUp(text, Known.open(TEXT, true), "FINISHED", media("2", TEXT, "TEXT_POST"), OLD),
        Evidence.Kind.OTHERS_RUNNING);
  }

  @Test
  void a_ready_container_and_a_list_that_cannot_be_read_decide_nothing() {
    Checkpoint marked = marked(text);
    clock.step(Duration.ofSeconds(10));
    server.json(200, state("FINISHED")).html(500);
    undecided(
        client.lookUp(access, LookUpRequest.of(text, marked)), Evidence.Kind.STATUSES_NOT_READ);
  }

  @Test
  void in_the_first_ten_seconds_a_ready_container_decides_nothing() {
    Checkpoint marked = marked(text);
    clock.step(Duration.ofSeconds(5));
    server.json(200, state("FINISHED"));
    undecided(
        client.lookUp(access, LookUpRequest.of(text, marked)),
        Evidence.Kind.CONTAINER_JUST_FINISHED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"EXPIRED", "ERROR"})
  void a_dead_container_begins_again(String state) {
    Checkpoint marked = marked(text);
    server.json(200, state(state));
    assertThat(client.lookUp(access, LookUpRequest.of(text, marked)))
        .isEqualTo(new LookUp.NotPublished(Checkpoint.START));
  }

  @ParameterizedTest
  @CsvSource({"400,24,4279009", "400,190,0", "500,2,0", "400,100,33"})
  void an_answer_without_a_state_decides_nothing(int status, int code, int subcode) {
    Checkpoint marked = marked(text);
    clock.step(Duration.ofMinutes(1));
    server.json(status, error(code, subcode));
    undecided(
        client.lookUp(access, LookUpRequest.of(text, marked)), Evidence.Kind.CONTAINER_NOT_READ);
  }

  @Test
  void without_a_container_nobody_is_asked() {
    assertThat(client.lookUp(access, LookUpRequest.of(text, Checkpoint.START)))
        .isEqualTo(new LookUp.NotPublished(Checkpoint.START));
    assertThat(server.arrived()).isZero();
  }
}
