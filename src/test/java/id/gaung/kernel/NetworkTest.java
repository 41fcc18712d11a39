package id.gaung.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkTest {

  @ParameterizedTest
  @CsvSource({
    "INSTAGRAM, @rani.kuliner, rani.kuliner",
    "INSTAGRAM, https://www.instagram.com/rani.kuliner/?hl=id, rani.kuliner",
    "INSTAGRAM, instagram.com/rani.kuliner, rani.kuliner",
    "TIKTOK, https://www.tiktok.com/@rani.kuliner?_t=8, rani.kuliner",
    "FACEBOOK, https://m.facebook.com/kabar.pesisir, kabar.pesisir",
    "FACEBOOK, https://www.facebook.com/profile.php?id=100064123456789, 100064123456789",
    "FACEBOOK, https://web.facebook.com/profile.php?ref=x&id=100064123456789&sk=about, 100064123456789",
    "FACEBOOK, https://www.facebook.com/people/Rani-Kuliner/100064123456789/, 100064123456789",
    "YOUTUBE, https://youtube.com/@RaniKuliner/videos, RaniKuliner",
    "YOUTUBE, https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv, UCabcdefghijklmnopqrstuv",
    "X, https://twitter.com/rani_kuliner, rani_kuliner",
    "THREADS, https://www.threads.net/@rani.kuliner, rani.kuliner",
    "LINKEDIN, https://id.linkedin.com/in/rani-kuliner-12/details, in/rani-kuliner-12",
    "LINKEDIN, company/kabar-pesisir, company/kabar-pesisir",
    "LINKEDIN, rani-kuliner, in/rani-kuliner",
    "TELEGRAM, https://t.me/s/ranikuliner, ranikuliner",
    "BLUESKY, @Rani.bsky.social, rani.bsky.social",
    "BLUESKY, rani, rani.bsky.social",
    "BLUESKY, https://bsky.app/profile/dapur.example.id/post/3k, dapur.example.id",
    "MASTODON, @rani@Mastodon.Social, rani@mastodon.social",
    "MASTODON, https://mastodon.social/@rani, rani@mastodon.social",
  })
  void a_name_is_read_as_it_is_typed_or_copied(Network network, String typed, String kept) {
    assertThat(network.handle(typed)).contains(kept);
    assertThat(network.handle(network.address(kept))).contains(kept);
    assertThat(network.handle(network.shown(kept))).contains(kept);
  }

  @ParameterizedTest
  @CsvSource({
    "INSTAGRAM, rani kuliner",
    "INSTAGRAM, rani..kuliner",
    "INSTAGRAM, .rani",
    "INSTAGRAM, https://www.tiktok.com/@rani",
    "INSTAGRAM, aaaaaaaaaabbbbbbbbbbccccccccccd",
    "INSTAGRAM, https://www.instagram.com/p/DQabc123/",
    "INSTAGRAM, https://www.instagram.com/reel/C9abc/?igsh=1",
    "INSTAGRAM, https://www.instagram.com/stories/rani.kuliner/123/",
    "X, https://x.com/i/status/2127480399205499535",
    "X, https://x.com/home",
    "THREADS, https://www.threads.com/t/DQabc123",
    "TIKTOK, r",
    "FACEBOOK, abc",
    "X, a_name_of_16_lett",
    "X, rani.kuliner",
    "TELEGRAM, 1rani",
    "BLUESKY, rani kuliner",
    "BLUESKY, https://mastodon.social/@rani",
    "MASTODON, rani",
    "MASTODON, rani@server",
    "FACEBOOK, https://www.facebook.com/profile.php",
    "FACEBOOK, https://www.facebook.com/groups/umkm.balikpapan",
    "FACEBOOK, https://www.facebook.com/permalink.php?story_fbid=1&id=2",
    "YOUTUBE, ab",
    "YOUTUBE, https://www.youtube.com/watch?v=AbC123xyz_0",
    "YOUTUBE, https://www.youtube.com/shorts/AbC123xyz_0",
  })
  void what_no_account_is_called_is_refused(Network network, String typed) {
    assertThat(network.handle(typed)).isEmpty();
    assertThat(network.handle("")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("all")
  void each_shows_an_example_that_it_takes(Network network) {
    assertThat(network.handle(network.example())).contains(network.example());
    assertThat(Network.ofPath(network.path())).contains(network);
  }

  static List<Network> all() {
    return Network.all();
  }

  @Test
  void they_stand_in_one_order_and_are_known_by_name() {
    assertThat(Network.all())
        .extracting(Network::name)
        .containsExactly(
            "INSTAGRAM",
            "TIKTOK",
            "FACEBOOK",
            "YOUTUBE",
            "X",
            "THREADS",
            "LINKEDIN",
            "TELEGRAM",
            "BLUESKY",
            "MASTODON");
    assertThat(Network.all()).isSorted().doesNotHaveDuplicates();
    assertThat(Network.valueOf("X")).isEqualTo(Nets.X).hasToString("X");
    assertThat(Network.named("x")).isEmpty();
    assertThatThrownBy(() -> Network.valueOf("MYSPACE"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("MYSPACE");
  }

  @Test
  void nothing_else_has_a_path() {
    assertThat(Network.ofPath("myspace")).isEmpty();
  }
}
