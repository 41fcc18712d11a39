package id.gaung.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import id.gaung.platform.ContentRules.Issue;
import id.gaung.platform.ContentRules.PictureFacts;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkRulesTest {

  private static final PictureRules PICTURES =
      new PictureRules(2, 8_000_000, List.of("image/jpeg"), 0.8, 1.91, 320, 1440, 5);

  private static NetworkRules rules(boolean textAlone) {
    return new NetworkRules(
        new TextScanner(MentionShape.USER, LinkShape.NONE, HashtagShape.ANYWHERE),
        (text, segments) -> new TextLength(Graphemes.count(text), 40),
        PICTURES,
        textAlone,
        2,
        1);
  }

  private static PictureFacts picture(String type, long bytes, int width, int height, String alt) {
    return new PictureFacts(type, bytes, width, height, alt);
  }

  private static final PictureFacts GOOD = picture("image/jpeg", 8_000_000, 1080, 1350, "kopi");

  @Test
  void agoodPostHasNoIssue() {
    assertThat(rules(false).check("Kopi #satu #dua @toko", List.of(GOOD, GOOD))).isEmpty();
    assertThat(rules(true).check("Kopi", List.of())).isEmpty();
    assertThat(rules(true).check("", List.of(GOOD))).isEmpty();
  }

  @Test
  void namesEverythingThatIsWrongWithTheText() {
    assertThat(rules(true).check("#a #b #c @d @e " + "x".repeat(40), List.of()))
        .containsExactly(
            Issue.of("content.text-too-long", 55, 40),
            Issue.of("content.too-many-hashtags", 3, 2),
            Issue.of("content.too-many-mentions", 2, 1));
    assertThat(rules(true).check(" \n", List.of()))
        .containsExactly(Issue.of("content.text-missing"));
    assertThat(rules(false).check("Kopi", List.of()))
        .containsExactly(Issue.of("content.picture-required"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u200B",
        "\u200B\u200D \u2060\n",
        "\uFEFF",
        "\u2800",
        "\u3164",
        "\u00AD",
        "\u3000",
        "\uFE0F",
        "\u034F",
        "\u180E",
        "\u202E",
        "\u0301",
        "\uDB40\uDC41",
        "\u0085"
      })
  void nothingButWhatNobodySeesIsNoText(String unseen) {
    assertThat(rules(true).check(unseen, List.of()))
        .containsExactly(Issue.of("content.text-missing"));
    assertThat(rules(true).check(unseen, List.of(GOOD))).isEmpty();
    assertThat(rules(true).check(unseen + "a", List.of())).isEmpty();
  }

  @Test
  void aLineBreakCountsOnceHoweverItIsWritten() {
    for (String lines : List.of("a\nb\n\nc", "a\r\nb\r\n\r\nc", "a\rb\r\rc")) {
      assertThat(rules(true).length(lines).used()).isEqualTo(6);
      assertThat(rules(true).segments(lines))
          .containsExactly(new ContentRules.Segment(ContentRules.Segment.Kind.PLAIN, "a\nb\n\nc"));
    }
  }

  @Test
  void aTextNobodyTakesIsRefusedByItsLengthAlone() {
    String text = "#tagar ".repeat(130_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(3),
        () ->
            assertThat(rules(true).check(text, List.of()))
                .containsExactly(Issue.of("content.text-too-long", 910_000, 40)));
  }

  @Test
  void namesEverythingThatIsWrongWithThePicturesByTheirPlace() {
    List<PictureFacts> pictures =
        List.of(
            GOOD,
            picture("image/webp", 8_000_001, 319, 399, "👨‍👩"),
            picture("image/jpeg", 1, 1000, 500, "enamxx"));
    assertThat(rules(true).check("", pictures))
        .containsExactly(
            Issue.of("content.too-many-pictures", 3, 2),
            Issue.of("content.picture-format", 2),
            Issue.of("content.picture-too-large", 2, 8),
            Issue.of("content.picture-width", 2, 320, 1440),
            Issue.of("content.picture-ratio", 3),
            Issue.of("content.alt-too-long", 3, 6, 5));
  }

  @Test
  void aTextMayHaveLessRoomUnderAPicture() {
    NetworkRules rules =
        new NetworkRules(
            new TextScanner(MentionShape.USER, LinkShape.NONE, HashtagShape.ANYWHERE),
            new NetworkRules.LengthRule() {
              @Override
              public TextLength measure(String text, List<ContentRules.Segment> segments) {
                return new TextLength(text.length(), 40);
              }

              @Override
              public TextLength caption(String text, List<ContentRules.Segment> segments) {
                return new TextLength(text.length(), 10);
              }
            },
            PICTURES,
            true,
            2,
            1);
    assertThat(rules.check("x".repeat(40), List.of())).isEmpty();
    assertThat(rules.check("x".repeat(10), List.of(GOOD))).isEmpty();
    assertThat(rules.check("x".repeat(11), List.of(GOOD)))
        .containsExactly(Issue.of("content.caption-too-long", 11, 10, 40));
    assertThat(rules.check("x".repeat(41), List.of()))
        .containsExactly(Issue.of("content.text-too-long", 41, 40));
    assertThat(rules.byHand().captionLength("xy")).isEqualTo(new TextLength(2, 10));
    assertThat(rules(true).captionLength("xy")).isEqualTo(new TextLength(2, 40));
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "en"})
  void everySentenceShowsItsArguments(String language) throws Exception {
    Properties bundle = bundle(language);
    String sentence =
        new MessageFormat(bundle.getProperty("content.alt-too-long"), Locale.ROOT)
            .format(new Object[] {"2", "1200", "1000"});
    assertThat(sentence).contains("2").contains("1200").contains("1000").doesNotContain("{");
    assertThat(Collections.list(bundle.propertyNames())).noneMatch(k -> k.toString().isBlank());
    assertThat(bundle.values()).allMatch(v -> !v.toString().contains("'"));
  }

  @ParameterizedTest
  @EnumSource(Failure.Kind.class)
  void everyFailureHasASentenceInBothLanguages(Failure.Kind kind) throws Exception {
    assertThat(bundle("id").getProperty("platform.failure." + kind)).isNotBlank();
    assertThat(bundle("en").getProperty("platform.failure." + kind)).isNotBlank();
  }

  @Test
  void bothLanguagesHaveTheSameKeys() throws Exception {
    assertThat(bundle("id").keySet()).isEqualTo(bundle("en").keySet());
  }

  private static Properties bundle(String language) throws IOException {
    Properties properties = new Properties();
    try (Reader reader =
        new InputStreamReader(
            NetworkRulesTest.class.getResourceAsStream(
                "/messages/platform_" + language + ".properties"),
            StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }
}
