package id.gaung.platform.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.platform.Account;
import id.gaung.platform.PostAddress;
import id.gaung.platform.RemotePost;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people paste of Facebook. */
class PageAddressesTest extends FacebookWorld {

  @ParameterizedTest
  @CsvSource({
    // pasted, id, as it is kept, whether counts are read by it
    "https://www.facebook.com/promosi.kota/posts/987654, 1020304050_987654, /1020304050/posts/987654, true",
    "https://www.facebook.com/Promosi.Kota/posts/amplang-manggar/987654?__tn__=x, 1020304050_987654, /1020304050/posts/987654, true",
    "m.facebook.com/1020304050/posts/987654/, 1020304050_987654, /1020304050/posts/987654, true",
    "https://web.facebook.com/1020304050_987654, 1020304050_987654, /1020304050/posts/987654, true",
    "https://www.facebook.com/permalink.php?story_fbid=987654&id=1020304050, 1020304050_987654, /1020304050/posts/987654, true",
    "https://m.facebook.com/story.php?id=1020304050&story_fbid=987654&refid=1, 1020304050_987654, /1020304050/posts/987654, true",
    "https://www.facebook.com/permalink.php?story_fbid=pfbid02abcDEF12345&id=1020304050, pfbid02abcDEF12345, /1020304050/posts/pfbid02abcDEF12345, false",
    "https://www.facebook.com/promosi.kota/posts/pfbid02abcDEF12345, pfbid02abcDEF12345, /promosi.kota/posts/pfbid02abcDEF12345, false",
    "https://www.facebook.com/reel/555666?fs=e, 555666, /reel/555666/, false",
    "https://www.facebook.com/promosi.kota/reels/555666/, 555666, /reel/555666/, false",
    "https://www.facebook.com/watch/?v=555666&ref=sharing, 555666, /watch/?v=555666, false",
    "https://www.facebook.com/promosi.kota/videos/555666/, 555666, /promosi.kota/videos/555666/, false",
    "https://www.facebook.com/promosi.kota/videos/judul-video/555666/, 555666, /promosi.kota/videos/555666/, false",
    "https://www.facebook.com/photo/?fbid=777888&set=a.1, 777888, /photo/?fbid=777888, false",
    "https://id-id.facebook.com/promosi.kota/photos/a.12/777888/, 777888, /photo/?fbid=777888, false",
    "fb.com/promosi.kota/posts/987654, 1020304050_987654, /1020304050/posts/987654, true",
  })
  void a_post_is_kept_at_one_address(String pasted, String id, String kept, boolean readable) {
    assertThat(client.postAt(access.account(), pasted))
        .isEqualTo(
            new PostAddress.Named(
                new RemotePost(id, Optional.of(URI.create("https://www.facebook.com" + kept))),
                readable));
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.facebook.com/share/p/1AbCdEfGh/, SHORT",
    "https://www.facebook.com/share/r/1AbCdEfGh/?mibextid=x, SHORT",
    "https://fb.watch/abc123/, SHORT",
    "https://www.facebook.com/lain.page/posts/987654, OTHER_ACCOUNT",
    "https://www.facebook.com/permalink.php?story_fbid=987654&id=99887766, OTHER_ACCOUNT",
    "https://www.facebook.com/99887766_987654, OTHER_ACCOUNT",
    "https://www.facebook.com/lain.page, OTHER_ACCOUNT",
    "https://www.facebook.com/profile.php?id=99887766, OTHER_ACCOUNT",
    "https://www.facebook.com/promosi.kota, PROFILE",
    "https://www.facebook.com/promosi.kota/reels, PROFILE",
    "https://www.facebook.com/profile.php?id=1020304050, PROFILE",
    "https://www.facebook.com/, NO_POST",
    "https://www.facebook.com/permalink.php?id=1020304050, NO_POST",
    "https://www.facebook.com/watch/?v=abc, NO_POST",
    "https://www.facebook.com/groups/12345/posts/678, NO_POST",
    "https://www.facebook.com/marketplace, NO_POST",
    "https://www.instagram.com/p/abc, OTHER_NETWORK",
    "amplang manggar, NO_ADDRESS",
  })
  void anything_else_is_told_by_what_it_is(String pasted, PostAddress.Why why) {
    assertThat(client.postAt(access.account(), pasted)).isEqualTo(PostAddress.wrong(why));
  }

  @Test
  void an_account_that_was_entered_by_hand_is_known_by_its_name_alone() {
    Account hand =
        new Account(
            access.account().network(),
            URI.create("https://www.facebook.com"),
            "promosi.kota",
            "promosi.kota",
            Map.of());
    PostAddress numbered =
        client.postAt(hand, "https://www.facebook.com/permalink.php?story_fbid=987654&id=10203");
    assertThat(numbered)
        .isInstanceOfSatisfying(
            PostAddress.Named.class, named -> assertThat(named.readable()).isFalse());
    assertThat(client.postAt(hand, "https://www.facebook.com/lain.page/posts/987654"))
        .isEqualTo(PostAddress.wrong(PostAddress.Why.OTHER_ACCOUNT));
  }

  @Test
  void an_id_in_an_address_names_the_post_by_itself() {
    assertThat(
            client.named(
                access.account(), URI.create("https://www.facebook.com/promosi.kota/posts/987654")))
        .map(RemotePost::remoteId)
        .contains("1020304050_987654");
    assertThat(client.named(access.account(), URI.create("https://www.facebook.com/reel/55566")))
        .isEmpty();
  }
}
