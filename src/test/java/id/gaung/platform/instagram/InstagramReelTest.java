package id.gaung.platform.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.platform.Attachment;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Failure;
import id.gaung.platform.Listing;
import id.gaung.platform.PostAddress;
import id.gaung.platform.PostOption;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A video as a reel: waited for longer than a picture, and begun anew when it is stuck. */
class InstagramReelTest extends InstagramWorld {

  private static Publication reel(Map<PostOption, String> options) {
    return new Publication(
        UUID.fromString("0193c0de-0000-7000-8000-000000000001"),
        START,
        CAPTION,
        "id",
        new Attachment.Video(
            InputStream::nullInputStream,
            URI.create("https://gaung.example/v/1.mp4?s=1&e=2"),
            "video/mp4",
            5,
            1080,
            1920,
            Duration.ofSeconds(20),
            Optional.empty(),
            "tidak dikirim"),
        options,
        Optional.of("1"));
  }

  @Test
  void a_reel_without_a_cover_asks_for_none_and_sends_no_description() {
    created(reel(Map.of()));

    assertThat(server.takenBody())
        .contains("media_type=REELS", "share_to_feed=true")
        .doesNotContain("cover_url")
        .doesNotContain("image_url")
        .doesNotContain("tidak")
        .doesNotContain("is_ai_generated");
  }

  @Test
  void content_made_by_ai_is_labelled() {
    created(reel(Map.of(PostOption.AI_LABEL, "true")));

    assertThat(server.takenBody()).contains("is_ai_generated=true");
  }

  @Test
  void what_is_not_offered_is_not_sent() {
    created(reel(Map.of(PostOption.FIRST_COMMENT, "rahasia")));

    assertThat(server.takenBody()).doesNotContain("partnership").doesNotContain("rahasia");
  }

  /** Instagram calls its address another one than a photo's; pasted or listed, it is one post. */
  @Test
  void a_reel_is_kept_by_the_address_that_every_post_has() {
    server.json(
        200,
        """
        {"data":[{"id":"17","caption":"a","timestamp":"2026-11-24T10:00:00+0000",
          "permalink":"https://www.instagram.com/reel/DAbc12_x/"}]}""");

    Listing.Page listed = (Listing.Page) client.list(access, START, Optional.empty());

    URI kept = URI.create("https://www.instagram.com/p/DAbc12_x/");
    assertThat(listed.posts().get(0).post().url()).contains(kept);
    assertThat(client.postAt(access.account(), "https://instagram.com/reels/DAbc12_x?igsh=1"))
        .isInstanceOfSatisfying(
            PostAddress.Named.class, named -> assertThat(named.post().url()).contains(kept));
  }

  /** Without its label it would be an advertisement that does not say so. */
  @Test
  void a_paid_partnership_is_not_published_by_a_login_that_cannot_say_it() {
    PublishStep step =
        client.publish(access, reel(Map.of(PostOption.PAID_PARTNERSHIP, "true")), Checkpoint.START);

    assertThat(((PublishStep.Failed) step).failure().kind()).isEqualTo(Failure.Kind.PERMISSION);
    assertThat(((PublishStep.Failed) step).failure().code()).isEqualTo("content.partnership-login");
    assertThat(server.arrived()).isZero();
  }

  @Test
  void a_stuck_reel_is_waited_for_half_an_hour_and_then_made_anew() {
    Publication publication = reel(Map.of());
    PublishStep step = new PublishStep.Continue(created(publication), Duration.ofSeconds(3));
    List<Duration> pauses = new ArrayList<>();
    while (step instanceof PublishStep.Continue waiting) {
      pauses.add(waiting.pause());
      clock.step(waiting.pause());
      server.json(200, state("IN_PROGRESS"));
      step = client.publish(access, publication, waiting.checkpoint());
    }

    PublishStep.Failed failed = (PublishStep.Failed) step;
    assertThat(failed.failure().code()).isEqualTo("VIDEO_UNFINISHED");
    assertThat(failed.failure().kind()).isEqualTo(Failure.Kind.TRANSIENT);
    assertThat(failed.checkpoint()).isEqualTo(Checkpoint.START);
    assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
        .isBetween(Duration.ofMinutes(30), Duration.ofMinutes(32));
  }
}
