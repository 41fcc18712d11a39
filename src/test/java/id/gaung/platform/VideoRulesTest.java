package id.gaung.platform;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.kernel.Nets;
import id.gaung.kernel.Network;
import id.gaung.platform.ContentRules.Issue;
import id.gaung.platform.ContentRules.VideoFacts;
import id.gaung.platform.HostPolicy.ListedHosts;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What each network takes of a video, and what a person is told to do with one that is not. */
class VideoRulesTest {

  /** What a phone films upright. */
  private static final VideoFacts PHONE =
      new VideoFacts(
          "video/mp4",
          24_000_000,
          1080,
          1920,
          Duration.ofSeconds(42),
          "avc1",
          Optional.of("mp4a"),
          29.97,
          "Penjual menggoreng amplang");

  private static ContentRules rules(Network network, Map<String, String> traits) {
    NetworkModule module = NetworkModule.of(network);
    ListedHosts hosts = new ListedHosts(Set.of());
    return module
        .client(
            new ClientSetup(
                NetworkSettings.of(module, Map.of()),
                new PlatformHttp(hosts, PlatformHttp.Timeouts.STANDARD),
                hosts,
                Clock.systemUTC()))
        .rules(new Account(module, URI.create("https://contoh.example"), "1", "a", traits));
  }

  private static List<String> keys(Network network, VideoFacts video) {
    return rules(network, Map.of()).check("Amplang", video).stream().map(Issue::key).toList();
  }

  static List<NetworkModule> modules() {
    return NetworkModule.published();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void what_a_phone_films_is_taken_everywhere(NetworkModule module) {
    assertThat(keys(module, PHONE)).isEmpty();
    assertThat(rules(module, Map.of()).video().isPresent())
        .isEqualTo(module.traits().attachments().contains(Attachment.Kind.VIDEO));
  }

  @ParameterizedTest
  @MethodSource("modules")
  void what_a_file_does_not_tell_is_not_held_against_it(NetworkModule module) {
    assertThat(
            keys(
                module,
                new VideoFacts(
                    "video/mp4", 9_000, 0, 0, Duration.ofSeconds(5), "", Optional.empty(), 0, "")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    // network, type, bytes, width, height, seconds, codec, sound, rate, alt, what stands against it
    "BLUESKY, video/quicktime, 1, 9, 16, 9, avc1, mp4a, 30, 0, content.video-format",
    "BLUESKY, video/mp4, 300000001, 9, 16, 9, avc1, mp4a, 30, 0, content.video-too-large",
    "BLUESKY, video/mp4, 300000000, 9, 16, 180, hvc1, ac-3, 120, 1000, ''",
    "BLUESKY, video/mp4, 1, 9, 16, 181, avc1, mp4a, 30, 0, content.video-too-long",
    "BLUESKY, video/mp4, 1, 9, 16, 9, avc1, mp4a, 30, 1001, content.video-alt-too-long",
    "MASTODON, video/webm, 1, 9, 16, 9, avc1, mp4a, 30, 0, content.video-format",
    "MASTODON, video/quicktime, 103809024, 3840, 2160, 9000, hvc1, '', 119.88, 1500, ''",
    "MASTODON, video/mp4, 103809025, 9, 16, 9, avc1, mp4a, 30, 0, content.video-too-large",
    "MASTODON, video/mp4, 1, 3840, 2161, 9, avc1, mp4a, 30, 0, content.video-pixels",
    "MASTODON, video/mp4, 1, 9, 16, 9, avc1, mp4a, 240, 0, content.video-frame-rate",
    "INSTAGRAM, video/mp4, 1, 1080, 1920, 2, avc1, mp4a, 30, 0, content.video-too-short",
    "INSTAGRAM, video/mp4, 1, 1080, 1920, 901, avc1, mp4a, 30, 0, content.video-too-long",
    "INSTAGRAM, video/mp4, 1, 1080, 1920, 9, vp09, mp4a, 30, 0, content.video-codec",
    "INSTAGRAM, video/mp4, 1, 1080, 1920, 9, HVC1, mp4a, 59.94, 9000, ''",
    "INSTAGRAM, video/mp4, 1, 1080, 1920, 9, avc1, ac-3, 30, 0, content.video-sound",
    "INSTAGRAM, video/mp4, 1, 1080, 1920, 9, avc1, '', 23.976, 0, ''",
    "INSTAGRAM, video/mp4, 1, 1080, 1920, 9, avc1, mp4a, 15, 0, content.video-frame-rate",
    "INSTAGRAM, video/mp4, 1, 2160, 3840, 9, avc1, mp4a, 30, 0, content.video-width",
    "INSTAGRAM, video/mp4, 1, 1900, 180, 9, avc1, mp4a, 30, 0, content.video-ratio",
    "THREADS, video/quicktime, 1000000000, 1920, 1080, 300, hvc1, mp4a, 23, 1000, ''",
    "THREADS, video/mp4, 1000000001, 9, 16, 9, avc1, mp4a, 30, 0, content.video-too-large",
    "THREADS, video/mp4, 1, 9, 16, 301, avc1, mp4a, 30, 0, content.video-too-long",
    "THREADS, video/mp4, 1, 9, 16, 9, vp09, mp4a, 30, 0, content.video-codec",
    "THREADS, video/mp4, 1, 9, 16, 9, avc1, mp4a, 15, 0, content.video-frame-rate",
    "THREADS, video/mp4, 1, 2160, 3840, 9, avc1, mp4a, 30, 0, content.video-width",
    "THREADS, video/mp4, 1, 9, 16, 9, avc1, mp4a, 30, 1001, content.video-alt-too-long",
  })
  void each_limit_is_told_by_its_name(
      String network,
      String type,
      long bytes,
      int width,
      int height,
      long seconds,
      String codec,
      String sound,
      double rate,
      int alt,
      String key) {
    VideoFacts video =
        new VideoFacts(
            type,
            bytes,
            width,
            height,
            Duration.ofSeconds(seconds),
            codec,
            Optional.of(sound).filter(text -> !text.isEmpty()),
            rate,
            "a".repeat(alt));

    assertThat(keys(Network.valueOf(network), video))
        .isEqualTo(key.isEmpty() ? List.of() : List.of(key));
  }

  @Test
  void a_text_is_held_against_the_rules_with_a_video_too() {
    assertThat(rules(Nets.BLUESKY, Map.of()).check("a".repeat(301), PHONE))
        .extracting(Issue::key)
        .containsExactly("content.text-too-long");
    assertThat(rules(Nets.INSTAGRAM, Map.of()).check("", PHONE)).isEmpty();
  }

  @Test
  void a_servers_own_limits_hold_for_its_accounts() {
    Map<String, String> traits =
        Map.of(
            "video_size_limit", "1000",
            "video_matrix_limit", "921600",
            "video_frame_rate_limit", "25",
            "supported_video_types", "video/webm,video/mp4",
            "description_limit", "10");

    assertThat(rules(Nets.MASTODON, traits).check("", PHONE))
        .extracting(Issue::key)
        .containsExactly(
            "content.video-frame-rate",
            "content.video-too-large",
            "content.video-pixels",
            "content.video-alt-too-long");
    assertThat(rules(Nets.MASTODON, Map.of("supported_video_types", "none")).check("", PHONE))
        .extracting(Issue::key)
        .containsExactly("content.video-not-taken");
  }

  @Test
  void a_limit_is_told_in_numbers_that_differ_from_what_is_there() {
    VideoFacts video =
        new VideoFacts(
            "video/mp4",
            300_000_001,
            9,
            16,
            Duration.ofMillis(180_001),
            "avc1",
            Optional.empty(),
            30,
            "");

    assertThat(rules(Nets.BLUESKY, Map.of()).check("", video))
        .extracting(Issue::args)
        .containsExactly(List.of("301", "300"), List.of("3:01", "3:00"));
  }

  @Test
  void an_upload_has_the_time_that_a_poor_line_takes() {
    URI server = URI.create("https://contoh.example");

    Duration limit = PlatformRequest.post(server, "/").uploading(300_000_000).timeout().get();

    assertThat(limit).isGreaterThan(Duration.ofMinutes(10)).isLessThan(Duration.ofMinutes(15));
    assertThat(PlatformRequest.post(server, "/").uploading(1).timeout().get())
        .isGreaterThan(Duration.ofMinutes(1));
  }
}
