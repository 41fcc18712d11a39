package id.gaung.platform.threads;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.platform.PostAddress;
import id.gaung.platform.PostAddress.Why;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people paste as the address of a post on Threads. */
class ThreadsAddressesTest extends ThreadsWorld {

  private final ThreadsClient real = client(ThreadsHosts.of(settings(java.util.Map.of())));

  private PostAddress at(String pasted) {
    return real.postAt(access.account(), pasted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.threads.com/@gaung.balikpapan/post/DAbC_1-x",
        "https://www.threads.net/@gaung.balikpapan/post/DAbC_1-x?xmt=AQF0x&slof=1",
        "http://threads.net/@Gaung.Balikpapan/post/DAbC_1-x/",
        "threads.com/@gaung.balikpapan/post/DAbC_1-x/media",
        "m.threads.net/%40gaung.balikpapan/post/DAbC_1-x#bawah",
        "  https://www.threads.net/t/DAbC_1-x  ",
        "threads.com/t/DAbC_1-x?igshid=1",
      })
  void a_post_is_known_by_its_code_and_kept_in_one_form(String pasted) {
    assertThat(at(pasted))
        .isInstanceOfSatisfying(
            PostAddress.Named.class,
            named -> {
              assertThat(named.post().remoteId()).isEqualTo("DAbC_1-x");
              assertThat(named.readable()).as("counts are read by another id").isFalse();
              assertThat(named.post().url())
                  .contains(URI.create("https://www.threads.com/@gaung.balikpapan/post/DAbC_1-x"));
            });
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.threads.com/@orang.lain/post/DAbC_1-x, OTHER_ACCOUNT",
    "https://www.threads.com/@gaung.balikpapan, PROFILE",
    "https://www.threads.net/@gaung.balikpapan/replies, PROFILE",
    "https://www.threads.com/@orang.lain, OTHER_ACCOUNT",
    "https://www.threads.com/search?q=amplang, NO_POST",
    "https://www.threads.com/, NO_POST",
    "https://www.instagram.com/p/DAbC_1-x/, OTHER_NETWORK",
    "https://threads.com.example/t/DAbC_1-x, OTHER_NETWORK",
    "lihat di Threads, NO_ADDRESS",
  })
  void anything_else_is_said_to_be_what_it_is(String pasted, Why why) {
    assertThat(at(pasted)).isEqualTo(PostAddress.wrong(why));
  }

  @Test
  void posts_are_seen_on_both_names() {
    assertThat(real.sites(access.account()))
        .extracting(URI::toString)
        .containsExactly(
            "https://www.threads.com",
            "https://threads.com",
            "https://www.threads.net",
            "https://threads.net");
  }
}
