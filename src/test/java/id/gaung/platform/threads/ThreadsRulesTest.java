package id.gaung.platform.threads;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.platform.ContentRules;
import id.gaung.platform.ContentRules.Issue;
import id.gaung.platform.ContentRules.PictureFacts;
import id.gaung.platform.ContentRules.Segment.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Threads takes as text and pictures, and how it counts. */
class ThreadsRulesTest {

  private final ContentRules rules = ThreadsRules.RULES;

  private static PictureFacts picture(String type, long bytes, int width, int height, int alt) {
    return new PictureFacts(type, bytes, width, height, "a".repeat(alt));
  }

  private List<String> issues(String text, PictureFacts... pictures) {
    return rules.check(text, List.of(pictures)).stream().map(Issue::key).toList();
  }

  private List<String> parts(Kind kind, String text) {
    return rules.segments(text).stream()
        .filter(segment -> segment.kind() == kind)
        .map(ContentRules.Segment::text)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "kopi susu, 9",
    "é, 1",
    "日本語, 3",
    "ꦗꦮ, 2",
    // A letter beyond the first 65,536 is one character, unlike an emoji of the same length.
    "\uD835\uDC00, 1",
    "\uD83D\uDE00, 4",
    "a\uD83D\uDE00b, 6",
    // A family: four people of four bytes, three joiners of three.
    "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67\u200D\uD83D\uDC66, 25",
    // Indonesia's flag, two flags, and one that is made of tags.
    "\uD83C\uDDEE\uD83C\uDDE9, 8",
    "\uD83C\uDDEE\uD83C\uDDE9\uD83C\uDDF2\uD83C\uDDFE, 16",
    "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F, 28",
    // A digit on a key, and the digit, the hash and the star alone.
    "1\uFE0F\u20E3, 7",
    "1, 1",
    "#, 1",
    "*, 1",
    // A skin tone, and a heart with the sign that makes it colourful.
    "\uD83D\uDC4B\uD83C\uDFFD, 8",
    "\u2764\uFE0F, 6",
    "\u2764, 3",
  })
  void an_emoji_counts_as_its_bytes_and_all_else_as_one(String text, int length) {
    assertThat(rules.length(text).used()).isEqualTo(length);
    assertThat(rules.length(text).limit()).isEqualTo(500);
  }

  @Test
  void five_hundred_are_taken_and_one_more_is_not() {
    assertThat(issues("x".repeat(500))).isEmpty();
    assertThat(issues("x".repeat(501))).containsExactly("content.text-too-long");
    assertThat(issues("x".repeat(496) + "😀")).isEmpty();
    assertThat(issues("x".repeat(497) + "😀")).containsExactly("content.text-too-long");
    assertThat(issues("😀".repeat(125))).isEmpty();
    assertThat(issues("a\r\n".repeat(250))).isEmpty();
    assertThat(issues("")).containsExactly("content.text-missing");
  }

  @Test
  void five_different_links_are_taken_each_counted_once() {
    String five = "a.id b.id/x https://c.id www.d.id e.com";
    assertThat(issues(five + " a.id https://a.id")).isEmpty();
    assertThat(rules.check(five + " f.id", List.of()))
        .containsExactly(Issue.of("content.too-many-links", 6, 5));
  }

  @Test
  void the_first_hashtag_is_the_topic_and_others_stay_text() {
    assertThat(parts(Kind.HASHTAG, "Amplang #UMKM_2026 dan #Balikpapan"))
        .containsExactly("#UMKM_2026");
    assertThat(issues("#UMKM #Balikpapan #Kaltim")).isEmpty();
    assertThat(parts(Kind.HASHTAG, "#" + "a".repeat(51) + " #" + "b".repeat(50)))
        .containsExactly("#" + "b".repeat(50));
    assertThat(parts(Kind.HASHTAG, "nomor #1, a#b, https://toko.id/#menu")).isEmpty();
    assertThat(parts(Kind.MENTION, "oleh @toko.kopi_1.")).containsExactly("@toko.kopi_1");
  }

  @Test
  void up_to_twenty_pictures_of_two_kinds() {
    PictureFacts good = picture("image/png", 8 * 1024 * 1024, 1440, 1440, 1000);
    assertThat(issues("", good)).isEmpty();
    assertThat(rules.check("", java.util.Collections.nCopies(20, good))).isEmpty();
    assertThat(rules.check("", java.util.Collections.nCopies(21, good)))
        .containsExactly(Issue.of("content.too-many-pictures", 21, 20));
    assertThat(issues("", picture("image/webp", 1, 800, 800, 0)))
        .containsExactly("content.picture-format");
    assertThat(issues("", picture("image/jpeg", 8 * 1024 * 1024 + 1, 319, 800, 1001)))
        .containsExactly(
            "content.picture-too-large", "content.picture-width", "content.alt-too-long");
    assertThat(issues("", picture("image/jpeg", 1, 1000, 100, 0))).isEmpty();
    assertThat(issues("", picture("image/jpeg", 1, 1100, 100, 0)))
        .containsExactly("content.picture-ratio");
  }
}
