package id.gaung.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.channel.FakePlatform.Call;
import id.gaung.kernel.Nets;
import id.gaung.kernel.Wita;
import id.gaung.media.TestVideos;
import id.gaung.platform.CallWatch;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.PublishStep;
import id.gaung.publishing.ComposePost.PictureChoice;
import id.gaung.web.Upload;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** Thirty reels in any 24 hours, of which the network tells nothing. */
class CountedVideosTest extends PostsWorld {

  CountedVideosTest() {
    super(Nets.FACEBOOK);
  }

  private UUID video(String text, LocalDateTime due) {
    byte[] bytes = TestVideos.mp4().bytes();
    UUID video =
        media.take(
            world.staff, new Upload(text, bytes.length, () -> new ByteArrayInputStream(bytes)));
    return due(text, due, List.of(new PictureChoice(video, "Mantau dikukus")));
  }

  private UUID due(String text, LocalDateTime due, List<PictureChoice> shown) {
    UUID id = own(new ComposedRendition(channel, text, due, shown));
    publishing.renditions().approve(world.approver, only(id).id(), new AdvanceRendition(0));
    return id;
  }

  /** Its reel is begun, as the network answers that. */
  private PublishStep reel(Call call) {
    begun(1);
    return new PublishStep.Published(network.show(call));
  }

  private static void begun(int reels) {
    for (int i = 0; i < reels; i++) {
      CallWatch.current()
          .answered(
              PlatformRequest.post(URI.create("https://fake.test"), "/77/video_reels"),
              new Answered(
                  200, Map.of(), "{\"video_id\":\"5\",\"upload_url\":\"https://u.test\"}"));
    }
  }

  private void run(LocalDateTime now) {
    stepTo(now);
    publishing.engine().runOnce();
  }

  private String page(UUID post) {
    return Jsoup.parse(render(publishing.doors().pages().show(viewer(world.staff), post, "")))
        .text();
  }

  @Test
  void the_thirty_first_is_held_with_its_reason_and_its_time_and_goes_out_then() {
    UUID last = video("Tiga puluh", EVENING);
    UUID text = due("Kabar kantor. #umkm", EVENING.plusMinutes(5), List.of());
    UUID next = video("Tiga puluh satu", EVENING.plusMinutes(5));
    // 29 of yesterday evening, a quarter of an hour later than now.
    stepTo(EVENING.minusDays(1).plusMinutes(20));
    channels
        .channels()
        .withAccess(
            channel,
            access -> {
              begun(29);
              return "";
            },
            done -> java.util.Optional.empty());
    network.then(this::reel);
    run(EVENING);
    assertThat(only(last).state()).isEqualTo(RenditionState.PUBLISHED);
    run(EVENING.plusMinutes(6));

    assertThat(only(text).state()).isEqualTo(RenditionState.PUBLISHED);
    assertThat(only(next).state()).isEqualTo(RenditionState.SCHEDULED);
    assertThat(only(next).attempts()).isZero();
    assertThat(only(next).nextAt()).contains(Wita.instant(EVENING.plusMinutes(30)));
    assertThat(page(next)).contains("20.00", "30 dari 30 video terpakai");
    run(EVENING.plusMinutes(30));
    assertThat(only(next).state()).isEqualTo(RenditionState.PUBLISHED);
  }

  /** Its own reel is the thirtieth: what was begun is not held by itself. */
  @Test
  void one_whose_upload_was_begun_is_finished() {
    UUID post = video("Tiga puluh", EVENING);
    network.then(
        call -> {
          begun(30);
          return new PublishStep.Continue(
              new Checkpoint(Map.of("video", "5")), Duration.ofSeconds(30));
        });
    run(EVENING);
    assertThat(only(post).state()).isEqualTo(RenditionState.RETRYING);
    run(EVENING.plusMinutes(1));
    assertThat(only(post).state()).isEqualTo(RenditionState.PUBLISHED);
  }
}
