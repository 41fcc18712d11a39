package id.gaung.platform.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.kernel.Nets;
import id.gaung.platform.Account;
import id.gaung.platform.ContentRules;
import id.gaung.platform.TextLength;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a server takes. */
class MastodonRulesTest extends MastodonWorld {

  private ContentRules rules(Map<String, String> traits) {
    return client.rules(new Account(Nets.MASTODON, server.address(), "7", "a", traits));
  }

  @Test
  void aLinkCounts23AndARemoteMentionOnlyItsName() {
    String text = "Halo @budi@toko.example lihat https://ex.am/" + "a".repeat(80) + " 👨‍👩‍👧‍👦";

    assertThat(rules(Map.of()).length(text))
        .isEqualTo(new TextLength("Halo @budi lihat ".length() + 23 + 2, 500));
  }

  @Test
  void theServersOwnLimitsHold() {
    ContentRules rules =
        rules(
            Map.of(
                "max_characters", "5000",
                "characters_reserved_per_url", "25",
                "max_media_attachments", "6",
                "image_size_limit", "1000",
                "description_limit", "100",
                "supported_mime_types", "image/png,image/gif"));

    assertThat(rules.length("https://ex.am/a")).isEqualTo(new TextLength(25, 5000));
    assertThat(rules.pictures().maxCount()).isEqualTo(6);
    assertThat(rules.pictures().maxBytes()).isEqualTo(1000);
    assertThat(rules.pictures().maxAltText()).isEqualTo(100);
    assertThat(rules.pictures().mimeTypes()).containsExactly("image/png");
  }

  @Test
  void withoutLimitsOfItsOwnStockMastodonsHold() {
    ContentRules rules = rules(Map.of());

    assertThat(rules.textAlone()).isTrue();
    assertThat(rules.pictures().maxCount()).isEqualTo(4);
    assertThat(rules.pictures().maxBytes()).isEqualTo(16 * 1024 * 1024);
    assertThat(rules.pictures().mimeTypes())
        .containsExactly("image/jpeg", "image/png", "image/webp");
    assertThat(rules.check("x".repeat(501), List.of()))
        .extracting(ContentRules.Issue::key)
        .containsExactly("content.text-too-long");
  }
}
