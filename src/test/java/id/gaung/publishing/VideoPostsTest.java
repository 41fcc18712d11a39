package id.gaung.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.gaung.collaboration.DraftFit;
import id.gaung.collaboration.Submission.DraftPhoto;
import id.gaung.kernel.FieldError;
import id.gaung.kernel.Nets;
import id.gaung.kernel.Problem;
import id.gaung.media.TestVideos;
import id.gaung.platform.Attachment;
import id.gaung.platform.Failure;
import id.gaung.platform.PostOption;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import id.gaung.publishing.ComposePost.PictureChoice;
import id.gaung.publishing.WholePosts.MovePost;
import id.gaung.web.Upload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A video, and what is said of a post, from the composer to the network. */
class VideoPostsTest extends PostsWorld {

  private static final byte[] VIDEO = TestVideos.mp4().bytes();

  VideoPostsTest() {
    super(Nets.MASTODON);
  }

  private UUID video(byte[] bytes, String name) {
    return media.take(
        world.staff, new Upload(name, bytes.length, () -> new ByteArrayInputStream(bytes)));
  }

  private UUID video() {
    return video(VIDEO, "mantau.mp4");
  }

  private ComposedRendition with(UUID... shown) {
    return new ComposedRendition(
        channel,
        "Kabar kantor. #umkm",
        EVENING,
        List.of(shown).stream().map(id -> new PictureChoice(id, "Mantau dikukus")).toList(),
        Map.of());
  }

  private static List<String> refused(Runnable command) {
    List<String> keys = new java.util.ArrayList<>();
    assertThatThrownBy(command::run)
        .isInstanceOfSatisfying(
            Problem.class, p -> p.errors().stream().map(FieldError::key).forEach(keys::add));
    return keys;
  }

  /** Composed, looked at by somebody else, and due. */
  private UUID due(ComposedRendition rendition) {
    UUID post = own(rendition);
    RenditionRow row = only(post);
    publishing
        .whole()
        .approve(
            world.approver,
            post,
            new WholePosts.ApprovePost(List.of(new WholePosts.Seen(row.id(), row.version()))));
    stepTo(EVENING);
    return post;
  }

  @Test
  void a_video_goes_out_as_it_was_uploaded_with_its_cover_and_its_words() throws IOException {
    UUID video = video();
    UUID cover = photo();
    media.library().cover(world.staff, video, cover);
    UUID post =
        due(
            new ComposedRendition(
                channel,
                "Kabar kantor. #umkm",
                EVENING,
                List.of(new PictureChoice(video, " Mantau dikukus ")),
                Map.of(PostOption.PRIVACY, "unlisted")));
    publishing.engine().runOnce();
    assertThat(only(post).state()).isEqualTo(RenditionState.PUBLISHED);
    Publication sent = network.calls.element().publication();
    Attachment.Video attached = sent.video().orElseThrow();
    try (var bytes = attached.content().open()) {
      assertThat(bytes.readAllBytes()).hasSize(VIDEO.length);
    }
    assertThat(attached.altText()).isEqualTo("Mantau dikukus");
    assertThat(attached.publicUrl().getPath()).startsWith("/media/" + video).endsWith(".mp4");
    assertThat(attached.cover().orElseThrow().width()).isEqualTo(1080);
    assertThat(sent.option(PostOption.PRIVACY)).contains("unlisted");
    assertThat(media.library().uses(List.of(video)).get(video))
        .extracting(use -> use.path())
        .containsExactly("/posts/" + post);
  }

  @Test
  void a_lost_answer_is_looked_up_as_a_video() {
    due(with(video()));
    network.then(call -> new PublishStep.Unknown(Failure.of(Failure.Kind.TRANSIENT, "reset", "")));
    publishing.engine().runOnce();
    world.clock.step(Duration.ofMinutes(5));
    publishing.engine().runOnce();
    assertThat(network.lookUpRequests.element().publication().video()).isPresent();
    assertThat(network.lookUpRequests.element().publication().altTexts())
        .containsExactly("Mantau dikukus");
  }

  @Test
  void what_does_not_fit_is_told_before_it_is_planned() throws IOException {
    UUID mov = video(TestVideos.mov().bytes(), "b.mov");
    assertThat(publishing.draftFit().of("Enak", List.of(new DraftPhoto(mov, "Mantau"))))
        .as("and before, when a creator sends it")
        .singleElement()
        .satisfies(
            fit ->
                assertThat(fit.against())
                    .extracting(DraftFit.Against::key)
                    .containsExactly("content.video-format"));
    assertThat(publishing.draftFit().of("Enak", List.of(new DraftPhoto(video(), "Mantau"))))
        .singleElement()
        .satisfies(fit -> assertThat(fit.against()).isEmpty());
    assertThat(refused(() -> own(with(video(TestVideos.mov().bytes(), "a.mov")))))
        .containsExactly("content.video-format");
    UUID video = video();
    UUID photo = photo();
    assertThat(refused(() -> own(with(video, photo)))).containsExactly("publishing.video-alone");
    assertThat(
            refused(
                () ->
                    own(
                        new ComposedRendition(
                            channel,
                            "Kabar",
                            EVENING,
                            List.of(),
                            Map.of(PostOption.PRIVACY, "direct", PostOption.AI_LABEL, "true")))))
        .containsExactly("publishing.option.unknown", "publishing.option.unknown");
  }

  @Test
  void a_licence_that_ends_after_planning_holds_the_post_until_it_is_renewed() {
    UUID video = video();
    UUID post = due(with(video));
    ends(video, "2026-11-24T11:30:00Z");
    publishing.engine().runOnce();
    assertThat(only(post).held()).contains(HeldReason.LICENCE);
    assertThat(network.calls).isEmpty();
    ends(video, "2026-12-24T11:30:00Z");
    world.clock.step(Duration.ofMinutes(1));
    publishing.engine().runOnce();
    assertThat(only(post).state()).isEqualTo(RenditionState.PUBLISHED);
  }

  @Test
  void a_post_is_not_moved_beyond_the_licence_of_what_it_shows() {
    UUID video = video();
    UUID post = own(with(video));
    ends(video, "2026-11-26T11:30:00Z");
    WholePosts.Seen seen = new WholePosts.Seen(only(post).id(), only(post).version());
    assertThat(
            refused(
                () ->
                    publishing
                        .whole()
                        .move(
                            world.staff,
                            post,
                            new MovePost(List.of(seen), EVENING.plusDays(2), false))))
        .containsExactly("publishing.licence-over");
  }

  private void ends(UUID video, String at) {
    world.jdbi.useHandle(
        h -> h.execute("update photo set licence_until = ?::timestamptz where id = ?", at, video));
  }

  @Test
  void a_video_is_shown_by_its_cover_and_by_a_sign_without_one() throws IOException {
    UUID video = video();
    var pages = new id.gaung.media.PhotosPages(media.photos());
    assertThat(pages.photo(viewer(world.staff), video, "thumb", request()).getStatus())
        .isEqualTo(303);
    media.library().cover(world.staff, video, photo());
    assertThat(pages.photo(viewer(world.staff), video, "thumb", request()).getStatus())
        .isEqualTo(200);
  }

  private static jakarta.ws.rs.core.Request request() {
    return new org.glassfish.jersey.server.ContainerRequest(
        java.net.URI.create("http://localhost/"),
        java.net.URI.create("http://localhost/photos"),
        "GET",
        null,
        new org.glassfish.jersey.internal.MapPropertiesDelegate(),
        null);
  }
}
