package id.gaung.platform.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.platform.ContentRules;
import id.gaung.platform.ContentRules.Issue;
import id.gaung.platform.ContentRules.PictureFacts;
import id.gaung.platform.ContentRules.Segment;
import id.gaung.platform.facebook.FacebookRules.ReelShape;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FacebookRulesTest extends FacebookWorld {

  private final ContentRules rules = FacebookRules.RULES;

  private List<String> issues(String text, PictureFacts... pictures) {
    return rules.check(text, List.of(pictures)).stream().map(Issue::key).toList();
  }

  private static PictureFacts picture(String type, long bytes) {
    return new PictureFacts(type, bytes, 1080, 1080, "");
  }

  @Test
  void a_text_has_63206_characters_and_an_emoji_is_two() {
    assertThat(issues("x".repeat(63_204) + "😀")).isEmpty();
    assertThat(issues("x".repeat(63_205) + "😀")).containsExactly("content.text-too-long");
    assertThat(issues(" ")).containsExactly("content.text-missing");
  }

  @Test
  void a_link_at_the_end_of_a_long_text_is_seen() {
    List<Segment> segments = rules.segments("x ".repeat(31_000) + "https://toko.example/a");
    assertThat(segments.get(segments.size() - 1).kind()).isEqualTo(Segment.Kind.LINK);
  }

  @Test
  void nobody_is_mentioned_by_a_name_in_the_text() {
    assertThat(rules.segments("@umkm.manggar #UMKM"))
        .extracting(Segment::kind)
        .containsExactly(Segment.Kind.PLAIN, Segment.Kind.HASHTAG);
  }

  @Test
  void pictures_are_ten_at_most_of_ten_megabytes() {
    assertThat(issues("a", picture("image/jpeg", 10_000_000))).isEmpty();
    assertThat(issues("a", picture("image/webp", 10_000_001)))
        .containsExactly("content.picture-format", "content.picture-too-large");
    assertThat(
            rules.check("a", Collections.nCopies(11, picture("image/png", 9))).stream()
                .map(Issue::key))
        .containsExactly("content.too-many-pictures");
  }

  @ParameterizedTest
  @CsvSource({
    "1080, 1920, 20, true",
    "540, 960, 3, true",
    "1080, 1920, 90, true",
    "1080, 1920, 91, false",
    "1080, 1920, 2, false",
    "360, 640, 20, false",
    "1080, 1350, 20, false",
    "1920, 1080, 20, false",
    "0, 0, 20, false",
  })
  void the_file_decides_whether_it_is_a_reel(int width, int height, long seconds, boolean reel) {
    var video = video(9, width, height);
    assertThat(
            ReelShape.fits(
                new id.gaung.platform.Attachment.Video(
                    video.content(),
                    video.publicUrl(),
                    video.mimeType(),
                    video.bytes(),
                    width,
                    height,
                    java.time.Duration.ofSeconds(seconds),
                    video.cover(),
                    "")))
        .isEqualTo(reel);
  }
}
