package id.gaung.platform.youtube;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.platform.ChannelPosts;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.LookUp;
import id.gaung.platform.LookUpRequest;
import id.gaung.platform.LookUpRequest.OpenPost;
import id.gaung.platform.Publication;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What became of a video whose last bytes were sent and not answered. */
class YouTubeLookUpTest extends YouTubeWorld {

  private static final String OLD = listed("old00000000", "Lama", "Lama");
  private static final String OURS = listed(VIDEO, TITLE, TEXT);

  private final Publication publication = publication(1000);

  private LookUp lookUp(Checkpoint at, ChannelPosts posts) {
    return client.lookUp(access, new LookUpRequest(publication, at, Optional.empty(), posts));
  }

  /** With a session that is gone. */
  private LookUp lost(Duration after, ChannelPosts posts, String... listed) {
    Checkpoint at = ending(publication);
    server.json(410, "");
    server.json(200, list(listed));
    clock.step(after);
    return lookUp(at, posts);
  }

  private LookUp lost(ChannelPosts posts, String... listed) {
    return lost(Duration.ofMinutes(15), posts, listed);
  }

  private static void found(LookUp answer, String id) {
    assertThat(answer)
        .isInstanceOfSatisfying(
            LookUp.Found.class, f -> assertThat(f.post().remoteId()).isEqualTo(id));
  }

  @Test
  void without_the_mark_nothing_was_made_and_nobody_is_asked() {
    Checkpoint begun = begun(publication);
    int before = server.arrived();
    assertThat(lookUp(begun, ChannelPosts.NONE)).isEqualTo(new LookUp.NotPublished(begun));
    assertThat(server.arrived()).isEqualTo(before);
  }

  @Test
  void a_video_whose_id_is_known_is_found_without_asking() {
    Checkpoint at = UploadProgress.of(Checkpoint.START).uploaded(VIDEO, START).checkpoint();
    found(lookUp(at, ChannelPosts.NONE), VIDEO);
    assertThat(server.arrived()).isZero();
  }

  /** Met as "308 Resume Incomplete" of a video that was there: claudiob/yt 192. */
  @Test
  void a_session_that_was_not_whole_may_be_so_later() {
    Checkpoint at = ending(publication);
    there(1000);
    assertThat(lookUp(at, ChannelPosts.NONE)).isInstanceOf(LookUp.Undecided.class);
    made();
    found(lookUp(at, ChannelPosts.NONE), VIDEO);
  }

  @Test
  void a_session_that_lacks_bytes_goes_on_as_the_same_session() {
    Checkpoint at = ending(publication);
    there(500);
    assertThat(lookUp(at, ChannelPosts.NONE)).isEqualTo(new LookUp.NotPublished(at));
  }

  @Test
  void a_session_gone_after_the_last_byte_is_no_proof_of_nothing() {
    found(lost(ChannelPosts.NONE, OURS, OLD), VIDEO);
  }

  @Test
  void a_list_without_it_is_believed_only_when_it_cannot_be_late() {
    LookUp early = lost(Duration.ofMinutes(1), ChannelPosts.NONE, OLD);
    assertThat(early).isInstanceOf(LookUp.Undecided.class);
  }

  @Test
  void a_list_without_it_that_reaches_back_lets_it_begin_anew() {
    LookUp answer = lost(ChannelPosts.NONE, OLD);
    assertThat(answer)
        .isInstanceOfSatisfying(
            LookUp.NotPublished.class,
            not -> {
              UploadProgress progress = UploadProgress.of(not.checkpoint());
              assertThat(progress.session()).isEmpty();
              assertThat(progress.isEnding()).isFalse();
              assertThat(progress.newest()).contains(List.of("old00000000"));
            });
  }

  @Test
  void anything_new_that_nobody_holds_is_for_a_person() {
    LookUp answer = lost(ChannelPosts.NONE, listed("new00000000", "Lain", "Lain sekali"), OLD);
    assertThat(answer)
        .isInstanceOfSatisfying(
            LookUp.Undecided.class,
            undecided ->
                assertThat(undecided.candidates())
                    .extracting(one -> one.post().remoteId())
                    .containsExactly("new00000000"));
  }

  @Test
  void the_same_text_below_another_title_is_not_taken_for_ours() {
    LookUp answer = lost(ChannelPosts.NONE, listed("new00000000", "Lain", TEXT), OLD);
    assertThat(answer).isInstanceOf(LookUp.Undecided.class);
  }

  @Test
  void what_another_post_holds_is_nobody_elses() {
    Known held = new Known(Set.of(VIDEO), List.of());
    assertThat(lost(held, OURS, OLD)).isInstanceOf(LookUp.NotPublished.class);
  }

  @Test
  void a_twin_that_is_being_published_makes_it_wait() {
    Known others =
        new Known(Set.of(), List.of(new OpenPost(TEXT, List.of(), true, Checkpoint.START, true)));
    assertThat(lost(others, OURS, OLD)).isInstanceOf(LookUp.Undecided.class);
  }

  @Test
  void a_list_is_read_page_after_page_until_what_stood_there_before() {
    Checkpoint at = ending(publication);
    server.json(410, "");
    server.json(200, "{\"items\":[" + OURS + "],\"nextPageToken\":\"P2\"}");
    server.json(200, list(OLD));
    clock.step(Duration.ofMinutes(15));
    found(lookUp(at, ChannelPosts.NONE), VIDEO);
    server.taken();
    server.taken();
    assertThat(server.taken().getTarget()).contains("pageToken=P2");
  }

  @Test
  void the_list_is_known_by_the_channel_where_it_was_never_told() {
    lost(ChannelPosts.NONE, OURS, OLD);
    server.taken();
    assertThat(server.taken().getTarget()).contains("playlistId=UUabcdefghijklmnopqrstuv");
  }
}
