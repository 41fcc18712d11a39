package id.gaung.platform.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.ContentRules.Issue;
import id.gaung.platform.Picture;
import id.gaung.platform.Publication;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PostRecordTest {

  private static Publication saying(String text, Picture... pictures) {
    return new Publication(
        new UUID(1, 2), Instant.parse("2026-11-24T10:00:00Z"), text, "id", List.of(pictures));
  }

  private static String slice(String text, JsonNode facet) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new String(
        Arrays.copyOfRange(
            bytes, facet.at("/index/byteStart").intValue(), facet.at("/index/byteEnd").intValue()),
        StandardCharsets.UTF_8);
  }

  @Test
  void facetsPointAtBytesEvenBehindEmojiAndAccents() {
    String text =
        "Selamat 👨‍👩‍👧‍👦 datang, é! @Toko.Example.com #Batik, https://kota.go.id/ñ toko.id";
    JsonNode record =
        PostRecord.of(saying(text), Map.of("toko.example.com", "did:plc:toko"), List.of());

    JsonNode facets = record.path("facets");
    assertThat(facets).hasSize(4);
    assertThat(slice(text, facets.get(0))).isEqualTo("@Toko.Example.com");
    assertThat(facets.get(0).at("/features/0/did").textValue()).isEqualTo("did:plc:toko");
    assertThat(facets.get(0).at("/features/0/$type").textValue())
        .isEqualTo("app.bsky.richtext.facet#mention");
    assertThat(slice(text, facets.get(1))).isEqualTo("#Batik");
    assertThat(facets.get(1).at("/features/0/tag").textValue()).isEqualTo("Batik");
    assertThat(slice(text, facets.get(2))).isEqualTo("https://kota.go.id/ñ");
    assertThat(slice(text, facets.get(3))).isEqualTo("toko.id");
    assertThat(facets.get(3).at("/features/0/uri").textValue()).isEqualTo("https://toko.id");
  }

  @Test
  void theExampleOfTheDocumentationComesOutByteForByte() {
    JsonNode facets =
        PostRecord.of(
                saying("Hi @team.example #news https://ex.am/p"),
                Map.of("team.example", "did:plc:team1"),
                List.of())
            .path("facets");
    assertThat(facets)
        .isEqualTo(
            AnswerJson.parse(
                    """
                    [{"index":{"byteStart":3,"byteEnd":16},
                      "features":[{"$type":"app.bsky.richtext.facet#mention","did":"did:plc:team1"}]},
                     {"index":{"byteStart":17,"byteEnd":22},
                      "features":[{"$type":"app.bsky.richtext.facet#tag","tag":"news"}]},
                     {"index":{"byteStart":23,"byteEnd":38},
                      "features":[{"$type":"app.bsky.richtext.facet#link","uri":"https://ex.am/p"}]}]
                    """)
                .orElseThrow());
  }

  @Test
  void aMentionThatWasNotResolvedAndATagTooLongStayPlainText() {
    JsonNode record =
        PostRecord.of(saying("@siapa.example #" + "x".repeat(65)), Map.of(), List.of());
    assertThat(record.has("facets")).isFalse();
    assertThat(record.has("embed")).isFalse();
  }

  @Test
  void aLongAddressIsShownShortenedAndLeadsToTheWhole() {
    String address = "https://toko.example.id/katalog/" + "a".repeat(91);
    String text = "é".repeat(250) + " " + address + " #kopi";
    JsonNode record = PostRecord.of(saying(text), Map.of(), List.of());

    String shown = "é".repeat(250) + " toko.example.id/katalog/aaaa... #kopi";
    assertThat(record.path("text").textValue()).isEqualTo(shown);
    JsonNode facets = record.path("facets");
    assertThat(slice(shown, facets.get(0))).isEqualTo("toko.example.id/katalog/aaaa...");
    assertThat(facets.get(0).at("/features/0/uri").textValue()).isEqualTo(address);
    assertThat(slice(shown, facets.get(1))).isEqualTo("#kopi");
    assertThat(BlueskyRules.RULES.length(text).used()).isEqualTo(shown.length());
    assertThat(BlueskyRules.RULES.check(text, List.of())).isEmpty();
  }

  @Test
  void picturesCarryAltTextAndShape() {
    Picture picture =
        new Picture(
            InputStream::nullInputStream,
            URI.create("https://x.id/p"),
            "image/jpeg",
            5,
            1200,
            900,
            "");
    JsonNode blob =
        AnswerJson.parse("{\"$type\":\"blob\",\"ref\":{\"$link\":\"b\"}}").orElseThrow();
    JsonNode record = PostRecord.of(saying("", picture), Map.of(), List.of(blob));
    assertThat(record.path("text").textValue()).isEmpty();
    assertThat(record.path("createdAt").textValue()).isEqualTo("2026-11-24T10:00:00.000Z");
    assertThat(record.at("/langs/0").textValue()).isEqualTo("id");
    assertThat(record.path("embed"))
        .isEqualTo(
            AnswerJson.parse(
                    """
                    {"$type":"app.bsky.embed.images","images":[
                      {"image":{"$type":"blob","ref":{"$link":"b"}},"alt":"",
                       "aspectRatio":{"width":1200,"height":900}}]}
                    """)
                .orElseThrow());
  }

  @Test
  void atMostThreeHundredGraphemesAndThreeThousandBytes() {
    var rules = BlueskyRules.RULES;
    assertThat(rules.check("é".repeat(300), List.of())).isEmpty();
    assertThat(rules.check("a".repeat(301), List.of()))
        .containsExactly(Issue.of("content.text-too-long", 301, 300));
    String family = "👨‍👩‍👧‍👦";
    assertThat(rules.check(family.repeat(120), List.of())).isEmpty();
    assertThat(rules.check(family.repeat(121), List.of()))
        .containsExactly(Issue.of("content.text-too-heavy", 3025, 3000));
    assertThat(rules.length(family.repeat(121)).used()).isEqualTo(121);
    assertThat(rules.check("क्ष".repeat(300), List.of())).isEmpty();
  }
}
