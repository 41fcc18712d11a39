package id.gaung.platform.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.kernel.Nets;
import id.gaung.platform.Account;
import id.gaung.platform.PostAddress;
import id.gaung.platform.PostAddress.Why;
import id.gaung.platform.RemotePost;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the addresses that people copy from Telegram name. */
class TelegramAddressesTest extends TelegramWorld {

  private final Account open = access.account();
  private final Account closed = access("c/1234567890").account();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://t.me/acme_news/77",
        "http://t.me/acme_news/77/",
        "t.me/Acme_News/77",
        "https://telegram.me/acme_news/77",
        "https://www.t.me/acme_news/77",
        "https://t.me/s/acme_news/77",
        "https://t.me/acme_news/77?single",
        "https://t.me/acme_news/77?comment=1234",
        "https://t.me/acme_news/77?thread=5&single#x",
        "https://t.me/c/1234567890/77",
      })
  void a_post_of_the_channel_is_named_however_it_was_copied(String pasted) {
    assertThat(client.postAt(open, pasted))
        .isEqualTo(
            new PostAddress.Named(
                new RemotePost("77", Optional.of(URI.create("https://t.me/acme_news/77"))), false));
  }

  @Test
  void a_private_channel_is_known_by_its_number() {
    RemotePost post = new RemotePost("77", Optional.of(URI.create("https://t.me/c/1234567890/77")));
    assertThat(client.postAt(closed, "https://t.me/c/1234567890/77?single"))
        .isEqualTo(new PostAddress.Named(post, false));
    assertThat(client.named(closed, post.url().orElseThrow())).contains(post);
    assertThat(Nets.TELEGRAM.shown("c/1234567890")).isEqualTo("t.me/c/1234567890");
    assertThat(Nets.TELEGRAM.address("c/1234567890")).isEqualTo("https://t.me/c/1234567890");
    assertThat(Nets.TELEGRAM.shown("acme_news")).isEqualTo("@acme_news");
  }

  @ParameterizedTest
  @CsvSource({
    "https://t.me/tetangga/77, OTHER_ACCOUNT",
    "https://t.me/tetangga, OTHER_ACCOUNT",
    "https://t.me/c/99/77, OTHER_ACCOUNT",
    "https://t.me/acme_news, PROFILE",
    "https://t.me/s/acme_news, PROFILE",
    "https://t.me/c/1234567890, PROFILE",
    "https://t.me/+AbCdEf123, INVITATION",
    "https://t.me/joinchat/AbCdEf123, INVITATION",
    "https://t.me/acme_news/77/78, NO_POST",
    "https://t.me/acme_news/berita, NO_POST",
    "https://t.me/acme_news/99999999999999999999, NO_POST",
    "https://t.me/addstickers/Amplang, NO_POST",
    "https://t.me, NO_POST",
    "https://t.me.contoh.id/acme_news/77, OTHER_NETWORK",
    "https://contoh.id/acme_news/77, OTHER_NETWORK",
    "https://orang@t.me/acme_news/77, OTHER_NETWORK",
    "tg://resolve?domain=acme_news&post=77, OTHER_NETWORK",
    "sudah terbit, NO_ADDRESS",
  })
  void what_names_no_post_of_the_channel_is_said_plainly(String pasted, Why why) {
    assertThat(client.postAt(open, pasted)).isEqualTo(PostAddress.wrong(why));
    assertThat(client.named(open, URI.create(pasted.replace(' ', '-')))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "@acme_news, @acme_news",
    "acme_news, @acme_news",
    "t.me/acme_news, @acme_news",
    "https://t.me/s/acme_news?x=1, @acme_news",
    "https://telegram.me/acme_news/77, @acme_news",
    "-1001234567890, -1001234567890",
    "https://t.me/c/1234567890/5, -1001234567890",
    "c/1234567890, -1001234567890",
    "https://t.me/+AbCdEf, ''",
    "https://contoh.id/acme_news, ''",
    "Kabar Kota, ''",
    "-55, ''",
    "'', ''",
  })
  void a_channel_is_asked_for_by_what_people_know_of_it(String typed, String asked) {
    assertThat(TelegramAddresses.asked(typed).orElse("")).isEqualTo(asked);
  }
}
