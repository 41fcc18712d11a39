package id.gaung.platform;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.platform.ContentRules.Segment;
import id.gaung.platform.ContentRules.Segment.Kind;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextScannerTest {

  private static final TextScanner BLUESKY =
      new TextScanner(MentionShape.DOMAIN, LinkShape.ALSO_BARE);
  private static final TextScanner MASTODON =
      new TextScanner(MentionShape.FEDIVERSE, LinkShape.WITH_SCHEME);
  private static final TextScanner INSTAGRAM = new TextScanner(MentionShape.USER, LinkShape.NONE);

  private static List<String> found(TextScanner scanner, Kind kind, String text) {
    return scanner.segments(text).stream()
        .filter(s -> s.kind() == kind)
        .map(Segment::text)
        .toList();
  }

  @Property(tries = 2000)
  void segmentsJoinedGiveTheTextBack(@ForAll("posts") String text) {
    for (TextScanner scanner : List.of(BLUESKY, MASTODON, INSTAGRAM)) {
      List<Segment> segments = scanner.segments(text);
      assertThat(segments.stream().map(Segment::text).collect(Collectors.joining()))
          .isEqualTo(text);
      assertThat(segments).noneMatch(s -> s.text().isEmpty());
    }
  }

  @Property(tries = 2000)
  void graphemesAreNeverMoreThanCodePointsNorMoreThanBytes(@ForAll("posts") String text) {
    int graphemes = Graphemes.count(text);
    assertThat(graphemes).isLessThanOrEqualTo(text.codePointCount(0, text.length()));
    assertThat(graphemes).isLessThanOrEqualTo(Graphemes.utf8Bytes(text));
    assertThat(graphemes == 0).isEqualTo(text.isEmpty());
  }

  @Property
  void aTextOfPlainLettersHasAsManyGraphemesAsLetters(@ForAll("letters") String text) {
    assertThat(Graphemes.count(text)).isEqualTo(text.length());
  }

  @Provide
  Arbitrary<String> letters() {
    return Arbitraries.strings().withCharRange('a', 'z').ofMaxLength(400);
  }

  @Provide
  Arbitrary<String> posts() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "#",
            "@",
            ".",
            ":",
            "/",
            " ",
            "\n",
            "é",
            "e\u0301",
            "👨‍👩‍👧‍👦",
            "🇮🇩",
            "a",
            "9",
            "_",
            "id",
            "https://",
            "www.",
            "contoh.id",
            "@toko.example.com",
            "@user@host.tld",
            "#Batik",
            "(",
            ")",
            "ญี่",
            "क्ष",
            "\u200d",
            "\ufe0f",
            ",");
    Arbitrary<String> any = Arbitraries.strings().ofMaxLength(4);
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(5, pieces), net.jqwik.api.Tuple.of(1, any))
        .list()
        .ofMaxSize(25)
        .map(l -> String.join("", l));
  }

  @ParameterizedTest
  @CsvSource({"👨‍👩‍👧‍👦,1", "🇮🇩,1", "é,1", "👍🏽,1", "Halo 🇮🇩!,7", "'',0"})
  void countsWhatAReaderSees(String text, int graphemes) {
    assertThat(Graphemes.count(text)).isEqualTo(graphemes);
  }

  @Test
  void hashtagsAreWordsInAnyScriptAndNotNumbersAlone() {
    String text = "#Batik, #UMKM_2026 dan #2026 #1juta #ñandú a#b /#c #ไทย ##x #. (#kopi)";
    assertThat(found(BLUESKY, Kind.HASHTAG, text))
        .containsExactly("#Batik", "#UMKM_2026", "#1juta", "#ñandú", "#ไทย", "#kopi");
  }

  @Test
  void aHashtagInsideALinkIsPartOfTheLink() {
    String text = "https://contoh.id/a#bagian #tagar";
    assertThat(found(MASTODON, Kind.LINK, text)).containsExactly("https://contoh.id/a#bagian");
    assertThat(found(MASTODON, Kind.HASHTAG, text)).containsExactly("#tagar");
  }

  @Test
  void blueskyMentionsAreDomainNames() {
    String text = "Oleh @toko.bsky.social. @polos surel a@b.com, (@dua.example.com) @x.y@z.com";
    assertThat(found(BLUESKY, Kind.MENTION, text))
        .containsExactly("@toko.bsky.social", "@dua.example.com");
  }

  @Test
  void mastodonMentionsMayNameAServer() {
    String text = "Oleh @toko, @toko_dua@mastodon.social. surel a@b.com https://x.id/@orang";
    assertThat(found(MASTODON, Kind.MENTION, text))
        .containsExactly("@toko", "@toko_dua@mastodon.social");
  }

  @Test
  void instagramMentionsAreNamesWithDots() {
    String text = "Oleh @toko.kopi_1. dan a@b.com serta https://contoh.id/x";
    assertThat(found(INSTAGRAM, Kind.MENTION, text)).containsExactly("@toko.kopi_1");
    assertThat(found(INSTAGRAM, Kind.LINK, text)).isEmpty();
  }

  @Test
  void linksWithSchemeEndBeforePunctuation() {
    String text = "Lihat https://contoh.id/a_(b)?c=d&e=f. (http://x.id) HTTPS://Y.ID, ftp://z.id";
    List<String> links = List.of("https://contoh.id/a_(b)?c=d&e=f", "http://x.id", "HTTPS://Y.ID");
    assertThat(found(MASTODON, Kind.LINK, text)).isEqualTo(links);
    assertThat(found(BLUESKY, Kind.LINK, text)).isEqualTo(links);
  }

  @Test
  void linksWithoutSchemeAreFoundForBlueskyAlone() {
    String text = "Buka www.contoh.example/a, toko.id/produk?x=1 dan (kota.go.id).";
    assertThat(found(BLUESKY, Kind.LINK, text))
        .containsExactly("www.contoh.example/a", "toko.id/produk?x=1", "kota.go.id");
    assertThat(found(MASTODON, Kind.LINK, text)).isEmpty();
    assertThat(TextScanner.target(new Segment(Kind.LINK, "toko.id"))).isEqualTo("https://toko.id");
    assertThat(TextScanner.target(new Segment(Kind.LINK, "http://toko.id")))
        .isEqualTo("http://toko.id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"selesai.Silakan datang", "Rp10.000", "dll.", "info@toko.id", "a.b.c"})
  void sentencesAndMailAddressesAreNoLinks(String text) {
    assertThat(found(BLUESKY, Kind.LINK, text)).isEmpty();
  }
}
