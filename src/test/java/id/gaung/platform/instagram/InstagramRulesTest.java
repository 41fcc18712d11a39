package id.gaung.platform.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.platform.ContentRules;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Instagram takes as text and pictures. */
class InstagramRulesTest extends InstagramWorld {

  private final ContentRules rules = client.rules(access.account());

  private ContentRules.PictureFacts picture(int width, int height) {
    return new ContentRules.PictureFacts("image/jpeg", 1000, width, height, "");
  }

  private List<String> issues(String text, ContentRules.PictureFacts... pictures) {
    return rules.check(text, List.of(pictures)).stream().map(ContentRules.Issue::key).toList();
  }

  @Test
  void aPictureIsRequired() {
    assertThat(rules.textAlone()).isFalse();
    assertThat(issues("Halo")).containsExactly("content.picture-required");
  }

  @Test
  void aCaptionHas2200CharactersWhereAnEmojiIsTwo() {
    assertThat(issues("x".repeat(2180) + "😀".repeat(10), picture(1080, 1080))).isEmpty();
    assertThat(issues("x".repeat(2190) + "😀".repeat(10), picture(1080, 1080)))
        .containsExactly("content.text-too-long");
    assertThat(issues("x".repeat(2201), picture(1080, 1080)))
        .containsExactly("content.text-too-long");
  }

  @Test
  void hashtagsAndMentionsAreCounted() {
    assertThat(issues("#a ".repeat(31) + "@b ".repeat(21), picture(1080, 1080)))
        .containsExactly("content.too-many-hashtags", "content.too-many-mentions");
    assertThat(issues("#a ".repeat(30) + "@b ".repeat(20), picture(1080, 1080))).isEmpty();
  }

  @Test
  void picturesAreJpegOfAtMost8MbBetween4To5And191To100() {
    assertThat(rules.pictures().mimeTypes()).containsExactly("image/jpeg");
    assertThat(rules.pictures().maxCount()).isEqualTo(10);
    assertThat(rules.pictures().maxBytes()).isEqualTo(8 * 1024 * 1024);
    assertThat(rules.pictures().maxAltText()).isEqualTo(1000);
    assertThat(issues("a", picture(1080, 1350), picture(1080, 566))).isEmpty();
    assertThat(issues("a", picture(1080, 1440))).containsExactly("content.picture-ratio");
    assertThat(issues("a", picture(300, 300), picture(1500, 1500)))
        .containsExactly("content.picture-width", "content.picture-width");
  }
}
