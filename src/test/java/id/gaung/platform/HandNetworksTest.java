package id.gaung.platform;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.kernel.Nets;
import id.gaung.kernel.Network;
import id.gaung.platform.ContentRules.Issue;
import id.gaung.platform.ContentRules.PictureFacts;
import id.gaung.platform.ContentRules.Segment;
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

/** What networks take that people post to, counted as they count. */
class HandNetworksTest {

  private static final VideoFacts VIDEO =
      new VideoFacts(
          "video/mp4",
          24_000_000,
          1080,
          1920,
          Duration.ofSeconds(42),
          "avc1",
          Optional.of("mp4a"),
          30,
          "");

  private static ContentRules rules(Network network) {
    NetworkModule module = NetworkModule.of(network);
    ListedHosts hosts = new ListedHosts(Set.of());
    return module
        .client(
            new ClientSetup(
                NetworkSettings.of(module, Map.of()),
                new PlatformHttp(hosts, PlatformHttp.Timeouts.STANDARD),
                hosts,
                Clock.systemUTC()))
        .rules(new Account(module, URI.create("https://contoh.example"), "1", "rani", Map.of()));
  }

  private static List<String> keys(List<Issue> issues) {
    return issues.stream().map(Issue::key).toList();
  }

  private static PictureFacts picture(int width, int height) {
    return new PictureFacts("image/jpeg", 100_000, width, height, "Amplang di piring");
  }

  /** The documented examples, and what people write here. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Amplang Manggar renyah|22",
        "a https://toko.co.id/amplang-manggar-rasa-tenggiri-250-gram b|27",
        "toko.id dan wa.me/6281234567|51",
        "Pesan di amplang.co.id/menu ya|35",
        "selesai.Silakan datang|22",
        "👨‍👩‍👧‍👦|2",
        "🇮🇩 merdeka|10",
        "👍🏽|2",
        "✊|2",
        "日本語|6",
        "e\u0301nak|4",
        "— “petik” …|12",
      })
  void on_x_addresses_are_23_and_emoji_2(String text, int weight) {
    assertThat(rules(Nets.X).length(text)).isEqualTo(new TextLength(weight, 280));
  }

  @Test
  void on_x_280_of_weight_fit_and_one_more_does_not() {
    assertThat(keys(rules(Nets.X).check("a".repeat(280), List.of()))).isEmpty();
    assertThat(keys(rules(Nets.X).check("a".repeat(281), List.of())))
        .containsExactly("content.text-too-long");
    assertThat(keys(rules(Nets.X).check("漢".repeat(141), List.of())))
        .containsExactly("content.text-too-long");
    assertThat(keys(rules(Nets.X).check("😀".repeat(141), List.of())))
        .containsExactly("content.text-too-long");
    assertThat(rules(Nets.X).length("a".repeat(60_000)).fits()).isFalse();
  }

  @Test
  void on_x_a_text_is_cut_by_its_own_library() {
    assertThat(rules(Nets.X).segments("Cek toko.id bersama @rani_kuliner #Amplang $BRI 10%"))
        .extracting(Segment::kind, Segment::text)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Segment.Kind.PLAIN, "Cek "),
            org.assertj.core.groups.Tuple.tuple(Segment.Kind.LINK, "toko.id"),
            org.assertj.core.groups.Tuple.tuple(Segment.Kind.PLAIN, " bersama "),
            org.assertj.core.groups.Tuple.tuple(Segment.Kind.MENTION, "@rani_kuliner"),
            org.assertj.core.groups.Tuple.tuple(Segment.Kind.PLAIN, " "),
            org.assertj.core.groups.Tuple.tuple(Segment.Kind.HASHTAG, "#Amplang"),
            org.assertj.core.groups.Tuple.tuple(Segment.Kind.PLAIN, " $BRI 10%"));
  }

  @Test
  void on_x_four_pictures_fit() {
    assertThat(keys(rules(Nets.X).check("a", List.of(picture(800, 800), picture(4096, 100)))))
        .isEmpty();
    assertThat(keys(rules(Nets.X).check("a", java.util.Collections.nCopies(5, picture(800, 800)))))
        .containsExactly("content.too-many-pictures");
  }

  @Test
  void youtube_takes_a_video_alone_and_counts_bytes() {
    assertThat(keys(rules(Nets.YOUTUBE).check("a", List.of())))
        .containsExactly("content.video-required");
    assertThat(keys(rules(Nets.YOUTUBE).check("a", List.of(picture(800, 800)))))
        .containsExactly("content.video-only");
    assertThat(keys(rules(Nets.YOUTUBE).check("😀".repeat(1250), VIDEO))).isEmpty();
    assertThat(keys(rules(Nets.YOUTUBE).check("😀".repeat(1250) + "a", VIDEO)))
        .containsExactly("content.text-too-long");
    assertThat(keys(rules(Nets.YOUTUBE).check("Harga <10rb", VIDEO)))
        .containsExactly("content.text-angle");
  }

  @ParameterizedTest
  @CsvSource({
    "'', content.title-missing",
    "'   ', content.title-missing",
    "Amplang Manggar, ''",
    "Harga < 10 ribu, content.text-angle",
  })
  void a_video_on_youtube_needs_a_title(String title, String key) {
    assertThat(keys(NetworkModule.of(Nets.YOUTUBE).against(Map.of(PostOption.TITLE, title))))
        .isEqualTo(key.isEmpty() ? List.of() : List.of(key));
  }

  @Test
  void a_title_on_youtube_has_100_characters() {
    NetworkModule module = NetworkModule.of(Nets.YOUTUBE);
    assertThat(module.against(Map.of(PostOption.TITLE, "a".repeat(100)))).isEmpty();
    assertThat(keys(module.against(Map.of(PostOption.TITLE, "a".repeat(101)))))
        .containsExactly("content.title-too-long");
    assertThat(keys(module.against(Map.of()))).containsExactly("content.title-missing");
  }

  @Test
  void tiktok_takes_35_photos_or_a_video_and_2200_units() {
    assertThat(keys(rules(Nets.TIKTOK).check("a", List.of())))
        .containsExactly("content.picture-required");
    List<PictureFacts> photos = java.util.Collections.nCopies(35, picture(1080, 1920));
    assertThat(keys(rules(Nets.TIKTOK).check("a".repeat(2200), photos)))
        .as("descriptions of photos stay here")
        .isEmpty();
    assertThat(keys(rules(Nets.TIKTOK).check("😀".repeat(1101), VIDEO)))
        .containsExactly("content.text-too-long");
  }

  @Test
  void linkedin_takes_3000_units_text_alone_and_20_pictures() {
    assertThat(keys(rules(Nets.LINKEDIN).check("a".repeat(3000), List.of()))).isEmpty();
    assertThat(keys(rules(Nets.LINKEDIN).check("a".repeat(3001), List.of())))
        .containsExactly("content.text-too-long");
    assertThat(
            keys(
                rules(Nets.LINKEDIN)
                    .check("a", java.util.Collections.nCopies(21, picture(800, 800)))))
        .containsExactly("content.too-many-pictures");
  }
}
