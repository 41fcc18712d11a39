package id.gaung.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import id.gaung.channel.FakePlatform;
import id.gaung.channel.Platforms;
import id.gaung.kernel.Nets;
import id.gaung.platform.Account;
import id.gaung.platform.ContentRules;
import id.gaung.platform.PlatformHttp;
import id.gaung.platform.PublicHosts;
import id.gaung.platform.SocialPlatform;
import id.gaung.platform.bluesky.BlueskyClient;
import id.gaung.web.Form;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The composer's preview with a network's own rules. */
class PreviewShownTest extends PostsWorld {

  @Test
  void a_browsers_line_break_counts_once() {
    assertThat(preview(("a\r\n").repeat(149) + "zz"))
        .contains("300 dari 300")
        .doesNotContain("class=\"err\"");
  }

  @Test
  void an_address_that_goes_out_shortened_is_shown_so_and_counted_so() {
    assertThat(preview("Pesan: https://toko.example.id/produk/abon-tuna-pedas?ref=katalog"))
        .contains("toko.example.id/produk/abon-...", "38 dari 300")
        .doesNotContain("pedas");
  }

  @Test
  void each_of_sixteen_accounts_has_a_tab_that_shows_its_own_preview_alone() throws IOException {
    String css = Files.readString(Path.of("src/main/resources/assets/gaung.css"));
    List<ChannelPreview> previews = java.util.Collections.nCopies(16, shown("Halo"));
    for (int number = 1; number <= 16; number++) {
      String n = "\"" + number + "\"";
      assertThat(css)
          .contains(".switch:has([value=" + n + "]:checked) [data-p]:not([data-p=" + n + "])");
      assertThat(
              new PostPreview(
                      previews, false, Optional.empty(), String.valueOf(number), Optional.empty())
                  .isShown(number))
          .isTrue();
    }
  }

  /** A network's own. */
  static ContentRules rules(Clock clock) {
    PublicHosts hosts = new PublicHosts(Set.of());
    BlueskyClient bluesky =
        new BlueskyClient(
            new PlatformHttp(
                hosts,
                new PlatformHttp.Timeouts(
                    Duration.ofSeconds(3), Duration.ofSeconds(1), Duration.ofSeconds(6))),
            hosts,
            clock,
            BlueskyClient.SERVER_OF_MOST,
            BlueskyClient.WEB);
    return bluesky.rules(
        new Account(Nets.BLUESKY, URI.create("https://pds.test"), "did:plc:1", "a", Map.of()));
  }

  private ChannelPreview shown(String text) {
    return previews(text).get(0);
  }

  private String preview(String text) {
    return render(
        new id.gaung.web.View(
            "publishing/preview.jte",
            new PostPreview(previews(text), false, Optional.empty(), "", Optional.empty())));
  }

  private List<ChannelPreview> previews(String text) {
    SocialPlatform platform =
        mock(SocialPlatform.class, delegatesTo(new FakePlatform(Nets.BLUESKY)));
    doReturn(rules(world.clock)).when(platform).rules(any());
    Form typed = Form.empty().with("channelIds", channel.toString()).with("text", text);
    return new Previews(channels.channels(), new Platforms(List.of(platform)), media.library())
        .of(new PostForm(typed), Optional.empty(), PostCard.NONE);
  }
}
