package id.gaung.platform.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.platform.ContentRules.Segment;
import id.gaung.platform.ContentRules.Segment.Kind;
import id.gaung.platform.Publication;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a preview shows is what goes out. */
class BlueskyPreviewTest {

  @Test
  void a_long_address_is_shown_as_it_goes_out() {
    String long_ = "https://toko.example.id/produk/abon-tuna-pedas?ref=katalog";
    assertThat(BlueskyRules.RULES.asShown("Lihat " + long_ + " #umkm"))
        .containsExactly(
            new Segment(Kind.PLAIN, "Lihat "),
            new Segment(Kind.LINK, "toko.example.id/produk/abon-..."),
            new Segment(Kind.PLAIN, " "),
            new Segment(Kind.HASHTAG, "#umkm"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Kopi",
        "Pesan di https://contoh.example/a?b=c, ya",
        "https://contoh.example/satu-alamat-yang-panjang-sekali/dan-lagi dan toko.id/produk-kami/abon",
        "Satu\r\nDua https://www.contoh.example/0123456789abcdef#bagian",
      })
  void the_parts_joined_are_the_text_of_the_record(String text) {
    Publication publication =
        new Publication(
            new UUID(1, 2),
            Instant.parse("2026-11-24T10:00:00Z"),
            id.gaung.platform.PostText.of(text),
            "id",
            List.of());
    String goesOut =
        PostRecord.of(publication, java.util.Map.of(), List.of()).path("text").asText();
    assertThat(
            BlueskyRules.RULES.asShown(text).stream()
                .map(Segment::text)
                .collect(Collectors.joining()))
        .isEqualTo(goesOut);
    assertThat(BlueskyRules.RULES.length(text).used())
        .isEqualTo(id.gaung.platform.Graphemes.count(goesOut));
  }
}
