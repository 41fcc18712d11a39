package id.gaung.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import id.gaung.platform.ContentRules.Segment;
import id.gaung.platform.ContentRules.Segment.Kind;
import java.time.Duration;
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
      new TextScanner(MentionShape.DOMAIN, LinkShape.ALSO_BARE, HashtagShape.TO_SPACE);
  private static final TextScanner MASTODON =
      new TextScanner(MentionShape.FEDIVERSE, LinkShape.WITH_SCHEME, HashtagShape.WORD);
  private static final TextScanner INSTAGRAM =
      new TextScanner(MentionShape.USER, LinkShape.NONE, HashtagShape.ANYWHERE);

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
  @CsvSource({
    "👨‍👩‍👧‍👦,1",
    "🇮🇩,1",
    "é,1",
    "👍🏽,1",
    "क्ष,1",
    "क्षत्रिय,3",
    "é,1",
    "Halo 🇮🇩!,7",
    "'',0"
  })
  void countsWhatAReaderSees(String text, int graphemes) {
    assertThat(Graphemes.count(text)).isEqualTo(graphemes);
  }

  @Test
  void hashtagsAreWordsInAnyScriptAndNotNumbersAlone() {
    String text = "#Batik, #UMKM_2026 dan #2026 #1juta #ñandú a#b /#c #ไทย ##x #. (#kopi)";
    assertThat(found(MASTODON, Kind.HASHTAG, text))
        .containsExactly("#Batik", "#UMKM_2026", "#1juta", "#ñandú", "#ไทย", "#kopi");
  }

  @Test
  void blueskysTagsReachToTheNextSpace() {
    String text =
        "#kopi-susu #Batik, #UMKM_2026. #2026 #1juta #juta2026! #ñandú a#b #a#b (#kopi)\n#ไทย"
            + " #\uFE0F\u20E3x #!!! #C++ #e-commerce/umkm?";
    assertThat(found(BLUESKY, Kind.HASHTAG, text))
        .containsExactly(
            "#kopi-susu",
            "#Batik",
            "#UMKM_2026",
            "#1juta",
            "#juta2026",
            "#ñandú",
            "#a#b",
            "#ไทย",
            "#C++",
            "#e-commerce/umkm");
  }

  @Test
  void instagramCountsGluedTagsAndMentionsOneByOne() {
    String tags = "#umkm".repeat(31) + " #2026 kopi#susu #🔥";
    assertThat(found(INSTAGRAM, Kind.HASHTAG, tags)).hasSize(34);
    assertThat(found(INSTAGRAM, Kind.MENTION, "@toko".repeat(21) + " a@b.com")).hasSize(21);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*", "”", "’", "…", "»", "›", "）", "」", "』", "】", "》", "。", "、", "！", "？", "؟", "،", "।",
        "\"", "'", ")", "]", "}", "|", "`", ".", ",", "!", "?", ";", ":", "*.", "**", "”.", ")*",
            "“",
        "—", "😊", "❤️", "👨‍👩‍👧", "™"
      })
  void marksThatCloseSomethingEndALink(String mark) {
    for (TextScanner scanner : List.of(BLUESKY, MASTODON)) {
      for (String link :
          List.of(
              "https://contoh.example/kutip",
              "https://toko.example.id",
              "https://contoh.example/a?b=c&d=e")) {
        assertThat(found(scanner, Kind.LINK, "Lihat " + link + mark)).containsExactly(link);
        assertThat(found(scanner, Kind.LINK, "“" + link + mark + " lalu")).containsExactly(link);
      }
    }
    assertThat(found(BLUESKY, Kind.LINK, "“balikpapan.go.id/umkm" + mark))
        .containsExactly("balikpapan.go.id/umkm");
    assertThat(found(BLUESKY, Kind.LINK, "(www.contoh.example/a" + mark))
        .containsExactly("www.contoh.example/a");
  }

  @Test
  void aMarkThatClosesEndsALinkAlsoWithoutASpaceBehind() {
    assertThat(found(MASTODON, Kind.LINK, "“https://a.example/b”dan https://c.example*lagi*"))
        .containsExactly("https://a.example/b", "https://c.example");
    assertThat(found(MASTODON, Kind.LINK, "（https://a.example/b）です"))
        .containsExactly("https://a.example/b");
  }

  @Test
  void emphasisOfMessengersIsNotPartOfALinkButALowLineMayBe() {
    assertThat(
            found(MASTODON, Kind.LINK, "_Order di https://toko.example/a_ ~https://b.example/c~"))
        .containsExactly("https://toko.example/a", "https://b.example/c");
    assertThat(found(MASTODON, Kind.LINK, "Lihat https://toko.example/a_"))
        .containsExactly("https://toko.example/a_");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://id.wikipedia.org/wiki/Banjar_(suku)",
        "https://ja.wikipedia.org/wiki/レオナルド・ダ・ヴィンチ",
        "https://contoh.example/caf%C3%A9?x=(1)&y=[2]#bagian",
        "https://contoh.example/ñandú",
        "https://contoh.example/~budi/a-b_c",
        "https://คน.ไทย/ที่นี่"
      })
  void whatBelongsToAnAddressStays(String link) {
    assertThat(found(MASTODON, Kind.LINK, "Lihat " + link + " ya")).containsExactly(link);
  }

  @Test
  void manyTagsMarksAndLinksTakeTimeInProportion() {
    List<String> texts =
        List.of(
            "#tagar ".repeat(20_000),
            "#a".repeat(100_000),
            "@a.b ".repeat(40_000),
            "@" + "a.".repeat(100_000),
            "a.".repeat(100_000),
            "a.id/" + ")".repeat(100_000),
            "https://a.example/" + "*".repeat(100_000),
            "https://a.example/ ".repeat(10_000),
            "a.id ".repeat(40_000),
            "#" + "1".repeat(200_000),
            "@a".repeat(100_000));
    for (String text : texts) {
      for (TextScanner scanner : List.of(BLUESKY, MASTODON, INSTAGRAM)) {
        assertTimeoutPreemptively(Duration.ofSeconds(3), () -> scanner.segments(text));
      }
    }
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
    assertThat(found(BLUESKY, Kind.LINK, "toko.shop/katalog Toko.id TOKO.CO.ID bit.ly"))
        .containsExactly("toko.shop/katalog", "Toko.id", "TOKO.CO.ID");
    assertThat(found(MASTODON, Kind.LINK, text)).isEmpty();
    assertThat(TextScanner.target(new Segment(Kind.LINK, "toko.id"))).isEqualTo("https://toko.id");
    assertThat(TextScanner.target(new Segment(Kind.LINK, "http://toko.id")))
        .isEqualTo("http://toko.id");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "selesai.Silakan datang",
        "Rp10.000",
        "dll.",
        "info@toko.id",
        "a.b.c",
        "Harga terjangkau.Info pemesanan 0812",
        "harga terjangkau.info pemesanan 0812",
        "HARGA TERJANGKAU.INFO PEMESANAN",
        "Sudah buka.Online sekarang",
        "kartu.Id card",
        "isi 5 kg.Net",
        "stok habis.Com",
        "klik.link di bio",
        "ramai.Shop tutup"
      })
  void sentencesAndMailAddressesAreNoLinks(String text) {
    assertThat(found(BLUESKY, Kind.LINK, text)).isEmpty();
  }
}
