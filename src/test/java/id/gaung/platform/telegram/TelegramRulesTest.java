package id.gaung.platform.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.platform.ContentRules;
import id.gaung.platform.ContentRules.Issue;
import id.gaung.platform.ContentRules.PictureFacts;
import id.gaung.platform.ContentRules.Segment;
import id.gaung.platform.ContentRules.VideoFacts;
import id.gaung.platform.TextLength;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a channel takes as text, pictures and video. */
class TelegramRulesTest extends TelegramWorld {

  private static final PictureFacts GOOD =
      new PictureFacts("image/jpeg", 1_000, 1080, 1350, "a".repeat(5_000));

  private final ContentRules rules = client.rules(access.account());

  private List<Issue> issues(String text, PictureFacts... pictures) {
    return rules.check(text, List.of(pictures));
  }

  private static VideoFacts video(String type, long bytes) {
    return new VideoFacts(
        type, bytes, 1080, 1920, Duration.ofHours(3), "hvc1", Optional.of("mp4a"), 60, "");
  }

  @Test
  void a_text_alone_has_4096_characters_where_an_emoji_is_two() {
    assertThat(issues("x".repeat(4_090) + "😀".repeat(3))).isEmpty();
    assertThat(issues("x".repeat(4_091) + "😀".repeat(3)))
        .containsExactly(Issue.of("content.text-too-long", 4_097, 4_096));
    assertThat(rules.length("😀")).isEqualTo(new TextLength(2, 4_096));
    assertThat(issues(" ")).extracting(Issue::key).containsExactly("content.text-missing");
  }

  @Test
  void under_a_photo_or_a_video_it_has_1024() {
    assertThat(issues("x".repeat(1_024), GOOD)).isEmpty();
    assertThat(issues("x".repeat(1_025), GOOD))
        .containsExactly(Issue.of("content.caption-too-long", 1_025, 1_024, 4_096));
    assertThat(rules.check("x".repeat(1_025), video("video/mp4", 1)))
        .containsExactly(Issue.of("content.caption-too-long", 1_025, 1_024, 4_096));
    assertThat(rules.captionLength("ab")).isEqualTo(new TextLength(2, 1_024));
    assertThat(issues("", GOOD)).isEmpty();
  }

  @Test
  void descriptions_stay_here_and_are_never_too_long() {
    assertThat(rules.pictures().maxAltText()).isZero();
    assertThat(issues("Amplang", GOOD)).isEmpty();
  }

  @Test
  void ten_pictures_of_ten_megabytes_and_no_side_too_long() {
    assertThat(rules.check("", Collections.nCopies(10, GOOD))).isEmpty();
    assertThat(rules.check("", Collections.nCopies(11, GOOD)))
        .extracting(Issue::key)
        .containsExactly("content.too-many-pictures");
    assertThat(
            issues(
                "",
                new PictureFacts("image/png", 10_000_001, 100, 100, ""),
                new PictureFacts("image/webp", 1, 100, 100, ""),
                new PictureFacts("image/jpeg", 1, 2_561, 2_561, ""),
                new PictureFacts("image/jpeg", 1, 100, 1_000, "")))
        .extracting(Issue::key)
        .containsExactly(
            "content.picture-too-large",
            "content.picture-format",
            "content.picture-width",
            "content.picture-ratio");
    double tallest = rules.pictures().maxWidth() / rules.pictures().minRatio();
    assertThat(rules.pictures().maxWidth() + tallest).isLessThanOrEqualTo(10_000);
  }

  @Test
  void a_video_is_an_mp4_of_fifty_megabytes_however_long() {
    assertThat(rules.check("", video("video/mp4", 50_000_000))).isEmpty();
    assertThat(rules.check("", video("video/mp4", 50_000_001)))
        .containsExactly(Issue.of("content.video-too-large", 51, 50));
    assertThat(rules.check("", video("video/quicktime", 1)))
        .extracting(Issue::key)
        .containsExactly("content.video-format");
  }

  @Test
  void links_hashtags_and_mentions_are_what_telegram_marks() {
    assertThat(
            rules
                .segments(
                    "Kopi @toko_manggar.id #UMKM2026 #2026 @abc https://toko.id/a. rani@kota.id")
                .stream()
                .filter(part -> part.kind() != Segment.Kind.PLAIN))
        .containsExactly(
            new Segment(Segment.Kind.MENTION, "@toko_manggar"),
            new Segment(Segment.Kind.HASHTAG, "#UMKM2026"),
            new Segment(Segment.Kind.LINK, "https://toko.id/a"));
  }
}
