package id.gaung.sandbox;

import static id.gaung.kernel.Nets.BLUESKY;
import static id.gaung.kernel.Nets.INSTAGRAM;
import static id.gaung.kernel.Nets.MASTODON;
import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.kernel.Network;
import id.gaung.platform.Access;
import id.gaung.platform.Attachment;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Failure;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import id.gaung.platform.SocialPlatform;
import id.gaung.sandbox.ContractWorld.Run;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Videos on the practice networks: what they keep, show and refuse. */
@Tag("database")
class PracticeVideosTest {

  private static final ContractWorld WORLD = new ContractWorld();

  @AfterEach
  void switchOff() {
    NetworkModule.connected().forEach(WORLD.practice.faults::switchOffAll);
  }

  @AfterAll
  static void close() {
    WORLD.close();
  }

  static List<NetworkModule> modules() {
    return NetworkModule.connected();
  }

  /** So many bytes that nobody holds at once. */
  private static InputStream endless(int size) {
    return new InputStream() {
      private int left = size;

      @Override
      public int read() {
        return left-- > 0 ? head(size - left - 1) : -1;
      }

      @Override
      public int read(byte[] into, int from, int length) {
        if (left <= 0) {
          return -1;
        }
        int n = Math.min(left, length);
        for (int i = 0; i < n; i++) {
          into[from + i] = (byte) head(size - left + i);
        }
        left -= n;
        return n;
      }

      private int head(int at) {
        return at < 8 ? "....ftyp".charAt(at) : at & 0x7f;
      }
    };
  }

  private static Attachment.Video long60(Attachment.Video like) {
    int size = 60_000_000;
    return new Attachment.Video(
        () -> endless(size),
        like.publicUrl(),
        "video/mp4",
        size,
        1080,
        1920,
        Duration.ofSeconds(60),
        Optional.empty(),
        "Panjang");
  }

  private static NetworkModule module(Network network) {
    return NetworkModule.of(network);
  }

  private static Run publish(NetworkModule module, Access access, Publication publication) {
    return WORLD.drive(WORLD.client(module), access, publication, Checkpoint.START);
  }

  private static PostPicture shown(NetworkModule module, Access access, Publication publication) {
    return WORLD.shown(WORLD.arrived(module, access, publication.text()).get(0)).get(0);
  }

  @Test
  void a_long_video_is_streamed_and_counted_and_its_bytes_are_not_kept() {
    for (Network network : List.of(BLUESKY, MASTODON)) {
      Access access = WORLD.connected(module(network));
      Publication publication = WORLD.publication(long60(WORLD.video(9_000)), Map.of());

      publish(module(network), access, publication).published();

      PostPicture shown = shown(module(network), access, publication);
      assertThat(shown.size()).isEqualTo(60_000_000);
      assertThat(WORLD.practice.jdbi.onDemand(MediaDao.class).content(shown.mediaId()).isPresent())
          .isFalse();
    }
  }

  @Test
  void a_long_reel_is_fetched_as_a_stream() {
    Access access = WORLD.connected(module(INSTAGRAM));
    Publication publication = WORLD.publication(WORLD.video(20_000_000), Map.of());

    publish(module(INSTAGRAM), access, publication).published();

    assertThat(shown(module(INSTAGRAM), access, publication).size()).isEqualTo(20_000_000);
  }

  @ParameterizedTest
  @MethodSource("modules")
  void the_public_page_says_that_it_is_a_video(NetworkModule module) throws IOException {
    Access access = WORLD.connected(module);
    Publication publication = WORLD.publication(WORLD.video(9_000), Map.of());
    URI page = publish(module, access, publication).published().post().url().orElseThrow();

    Reply seen =
        WORLD.practice.send(
            WORLD.practice.request(
                module, page.toString().replace(WORLD.practice.uri(module).toString(), "")));

    assertThat(seen.status()).isEqualTo(200);
    PostPicture shown = shown(module, access, publication);
    assertThat(seen.text())
        .contains("<strong>Video</strong>")
        .doesNotContain("/media/" + shown.mediaId() + "\"");
    String cover = "/media/" + shown.mediaId() + "/cover";
    assertThat(seen.text().contains(cover)).isEqualTo(shown.covered());
    Reply picture = WORLD.practice.send(WORLD.practice.request(module, cover));
    assertThat(picture.status()).isEqualTo(shown.covered() ? 200 : 404);
    assertThat(
            WORLD
                .practice
                .send(WORLD.practice.request(module, "/media/" + shown.mediaId()))
                .status())
        .isEqualTo(404);
  }

  @Test
  void covers_are_kept_where_the_network_takes_one() {
    for (Network network : List.of(MASTODON, INSTAGRAM)) {
      Access access = WORLD.connected(module(network));
      Publication publication = WORLD.publication(WORLD.video(9_000), Map.of());
      publish(module(network), access, publication).published();

      assertThat(shown(module(network), access, publication).covered()).isTrue();
    }
  }

  @Test
  void the_same_video_again_is_the_job_of_then() {
    NetworkModule module = module(BLUESKY);
    Access access = WORLD.connected(module);
    Attachment.Video video = WORLD.video(9_000);
    Publication first = WORLD.publication(video, Map.of());
    Publication second = WORLD.publication(video, Map.of());

    publish(module, access, first).published();
    publish(module, access, second).published();

    assertThat(shown(module, access, second).mediaId())
        .isEqualTo(shown(module, access, first).mediaId());
  }

  @Test
  void the_twenty_sixth_video_of_a_day_waits_for_the_next() {
    NetworkModule module = module(BLUESKY);
    Access access = WORLD.connected(module);
    for (int i = 0; i < 25; i++) {
      publish(module, access, WORLD.publication(WORLD.video(2_000), Map.of())).published();
    }
    Publication next = WORLD.publication(WORLD.video(2_000), Map.of());

    PublishStep.Failed failed = publish(module, access, next).failed();

    assertThat(failed.failure().kind()).isEqualTo(Failure.Kind.QUOTA);
    assertThat(failed.failure().passes()).isTrue();
  }

  @Test
  void a_file_that_is_no_video_is_refused_whatever_it_calls_itself() {
    for (NetworkModule module : modules()) {
      Access access = WORLD.connected(module);
      Attachment.Video like = WORLD.video(9_000);
      byte[] page =
          "<html>bukan video</html>".repeat(50).getBytes(java.nio.charset.StandardCharsets.UTF_8);
      Attachment.Video wrong =
          new Attachment.Video(
              () -> new java.io.ByteArrayInputStream(page),
              WORLD.picture("x").publicUrl(),
              "video/mp4",
              page.length,
              9,
              16,
              like.duration(),
              Optional.empty(),
              "");

      PublishStep.Failed failed =
          publish(module, access, WORLD.publication(wrong, Map.of())).failed();

      assertThat(failed.failure().kind()).as(module.name()).isEqualTo(Failure.Kind.MEDIA_REJECTED);
    }
  }

  @Test
  void a_reel_that_cannot_be_fetched_is_tried_again_from_the_start() {
    NetworkModule module = module(INSTAGRAM);
    Access access = WORLD.connected(module);
    Attachment.Video like = WORLD.video(9_000);
    Attachment.Video away =
        new Attachment.Video(
            like.content(),
            like.publicUrl().resolve("/tidak-ada.mp4"),
            "video/mp4",
            like.bytes(),
            9,
            16,
            like.duration(),
            Optional.empty(),
            "");

    PublishStep.Failed failed = publish(module, access, WORLD.publication(away, Map.of())).failed();

    assertThat(failed.failure().code()).isEqualTo("ERROR/2207077");
    assertThat(failed.failure().passes()).isTrue();
    assertThat(failed.checkpoint().isStart()).isTrue();
  }

  @Test
  void a_fetch_that_was_lost_with_the_server_begins_again() {
    NetworkModule module = module(INSTAGRAM);
    Access access = WORLD.connected(module);
    Publication publication = WORLD.publication(WORLD.video(9_000), Map.of());
    SocialPlatform before = WORLD.client(module);
    PublishStep.Continue made =
        (PublishStep.Continue) before.publish(access, publication, Checkpoint.START);
    WORLD.practice.jdbi.useHandle(
        handle ->
            handle.execute(
                "update sandbox_container set media_id = null where id = ?",
                made.checkpoint().values().get("container")));

    WORLD.drive(WORLD.client(module), access, publication, made.checkpoint()).published();

    assertThat(WORLD.arrived(module, access, publication.text())).hasSize(1);
  }
}
