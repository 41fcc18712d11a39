package id.gaung.platform.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.platform.Attachment;
import id.gaung.platform.ChannelPosts;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.LookUp;
import id.gaung.platform.LookUpRequest;
import id.gaung.platform.LookUpRequest.OpenPost;
import id.gaung.platform.Publication;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whose post it is that stands on the Page after an answer was lost. */
class FacebookLookUpTest extends FacebookWorld {

  private static final String OLD = post("1", "Lama", "app-1");

  private final Publication publication = publication(Attachment.NONE, Optional.of(PAGE + "_1"));
  private final Checkpoint marked = next(publication, Checkpoint.START);

  private LookUp lookUp(ChannelPosts posts, Optional<URI> at, String list) {
    server.json(200, list);
    clock.step(Duration.ofMinutes(5));
    return client.lookUp(access, new LookUpRequest(publication, marked, at, posts));
  }

  private LookUp lookUp(ChannelPosts posts, String... listed) {
    return lookUp(posts, Optional.empty(), listed(listed));
  }

  private static OpenPost open(String text, boolean running) {
    return new OpenPost(text, List.of(), true, Checkpoint.START, running);
  }

  private static void found(LookUp answer, String id) {
    assertThat(answer)
        .isInstanceOfSatisfying(
            LookUp.Found.class, f -> assertThat(f.post().remoteId()).isEqualTo(PAGE + "_" + id));
  }

  @Test
  void without_a_mark_nothing_was_published_and_nobody_is_asked() {
    LookUp answer = client.lookUp(access, LookUpRequest.of(publication, Checkpoint.START));
    assertThat(answer).isEqualTo(new LookUp.NotPublished(Checkpoint.START));
    assertThat(server.arrived()).isZero();
  }

  @Test
  void what_another_rendition_holds_is_nobody_elses() {
    Known held = new Known(Set.of(PAGE + "_9"), List.of());
    assertThat(lookUp(held, post("9", TEXT, "app-1"), OLD)).isInstanceOf(LookUp.NotPublished.class);
  }

  @Test
  void of_two_the_one_that_nobody_holds_is_ours() {
    Known held = new Known(Set.of(PAGE + "_9"), List.of());
    found(lookUp(held, post("9", TEXT, "app-1"), post("8", TEXT, "app-1"), OLD), "8");
  }

  @Test
  void what_fits_another_open_post_is_that_ones() {
    Known others = new Known(Set.of(), List.of(open("Kopi lain", false)));
    assertThat(lookUp(others, post("9", "Kopi lain", "app-1"), OLD))
        .isInstanceOf(LookUp.NotPublished.class);
  }

  @Test
  void a_twin_that_is_being_published_makes_it_wait() {
    Known others = new Known(Set.of(), List.of(open(TEXT, true)));
    assertThat(lookUp(others, post("9", TEXT, "app-1"), OLD)).isInstanceOf(LookUp.Undecided.class);
  }

  @Test
  void white_space_that_facebook_changed_makes_no_other_post() {
    found(lookUp(ChannelPosts.NONE, post("9", TEXT.replace("\n", " "), "app-1"), OLD), "9");
  }

  @Test
  void a_post_by_no_app_is_a_candidate_and_one_by_another_app_is_not() {
    LookUp answer =
        lookUp(ChannelPosts.NONE, post("9", "Tangan", ""), post("8", TEXT, "other-app"), OLD);
    assertThat(answer)
        .isInstanceOfSatisfying(
            LookUp.Undecided.class,
            u ->
                assertThat(u.candidates())
                    .extracting(c -> c.post().remoteId())
                    .containsExactly(PAGE + "_9"));
  }

  @Test
  void the_address_that_a_person_gives_decides() {
    Optional<URI> at = Optional.of(URI.create("https://www.facebook.com/1020304050/posts/9/"));
    found(lookUp(ChannelPosts.NONE, at, listed(post("9", "Tangan", ""), OLD)), "9");
  }

  @Test
  void soon_after_the_attempt_nothing_in_the_list_says_nothing() {
    server.json(200, listed(OLD));
    clock.step(Duration.ofSeconds(30));
    assertThat(client.lookUp(access, LookUpRequest.of(publication, marked)))
        .isInstanceOf(LookUp.Undecided.class);
  }

  @Test
  void where_it_is_not_known_what_stood_there_a_person_decides() {
    Publication unknown = publication(Attachment.NONE, Optional.empty());
    server.json(500, "{}").json(200, listed(post("9", TEXT, "app-1")));
    Checkpoint blind = next(unknown, Checkpoint.START);
    clock.step(Duration.ofMinutes(5));
    assertThat(client.lookUp(access, LookUpRequest.of(unknown, blind)))
        .isInstanceOf(LookUp.Undecided.class);
  }
}
