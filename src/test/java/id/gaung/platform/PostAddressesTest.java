package id.gaung.platform;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.kernel.Network;
import id.gaung.platform.HostPolicy.ListedHosts;
import id.gaung.platform.PostAddress.Named;
import id.gaung.platform.PostAddress.Wrong;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One post has one address and one id however it was pasted; everything else is told apart. */
class PostAddressesTest {

  private static PostAddress read(String network, String handle, String pasted) {
    NetworkModule module = NetworkModule.of(Network.valueOf(network));
    ListedHosts hosts = new ListedHosts(Set.of());
    SocialPlatform client =
        module.client(
            new ClientSetup(
                NetworkSettings.of(module, Map.of()),
                new PlatformHttp(hosts, PlatformHttp.Timeouts.STANDARD),
                hosts,
                Clock.systemUTC()));
    URI server = WebAddress.site(URI.create(module.address(handle)));
    return client.postAt(new Account(module, server, handle, handle, Map.of()), pasted);
  }

  @ParameterizedTest
  @CsvSource({
    "YOUTUBE, https://www.youtube.com/watch?v=AbC123xyz_0, AbC123xyz_0",
    "YOUTUBE, youtu.be/AbC123xyz_0?si=Q1w2E3, AbC123xyz_0",
    "YOUTUBE, https://m.youtube.com/watch?app=desktop&v=AbC123xyz_0&t=42s, AbC123xyz_0",
    "YOUTUBE, https://youtube.com/shorts/AbC123xyz_0?feature=share, AbC123xyz_0",
    "YOUTUBE, https://www.youtube.com/live/AbC123xyz_0, AbC123xyz_0",
    "YOUTUBE, https://www.youtube.com/embed/AbC123xyz_0, AbC123xyz_0",
    "YOUTUBE, https://music.youtube.com/watch?v=AbC123xyz_0&list=RDAMVM, AbC123xyz_0",
    "TIKTOK, https://www.tiktok.com/@rani_kuliner/video/7400000000000000001, 7400000000000000001",
    "TIKTOK, https://m.tiktok.com/v/7400000000000000001.html, 7400000000000000001",
    "TIKTOK, https://www.tiktok.com/@Rani_Kuliner/video/7400000000000000001?is_from_webapp=1&sender_device=pc, 7400000000000000001",
    "TIKTOK, https://www.tiktok.com/@/video/7400000000000000001, 7400000000000000001",
    "X, https://x.com/rani_kuliner/status/1900000000000000777?s=20&t=Ab, 1900000000000000777",
    "X, https://twitter.com/Rani_Kuliner/status/1900000000000000777/photo/1, 1900000000000000777",
    "X, mobile.twitter.com/rani_kuliner/status/1900000000000000777, 1900000000000000777",
    "X, https://x.com/i/web/status/1900000000000000777, 1900000000000000777",
    "X, https://x.com/i/status/1900000000000000777, 1900000000000000777",
    "LINKEDIN, https://www.linkedin.com/feed/update/urn:li:activity:7141000000000000000/, urn:li:activity:7141000000000000000",
    "LINKEDIN, https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A7141000000000000000, urn:li:activity:7141000000000000000",
    "LINKEDIN, https://id.linkedin.com/posts/rani_kuliner-activity-7141000000000000000-aBcD?utm_source=share, urn:li:activity:7141000000000000000",
    "LINKEDIN, https://www.linkedin.com/posts/rani_amplang-manggar-ugcPost-7141000000000000000-x_Y1, urn:li:ugcPost:7141000000000000000",
    "LINKEDIN, https://www.linkedin.com/embed/feed/update/urn:li:share:7141000000000000000, urn:li:share:7141000000000000000",
    "INSTAGRAM, https://www.instagram.com/reel/C8abcDEfgHi/?igsh=MTc4, C8abcDEfgHi",
    "INSTAGRAM, https://instagr.am/p/C8abcDEfgHi, C8abcDEfgHi",
  })
  void a_post_has_one_id_however_it_was_pasted(String network, String pasted, String id) {
    String handle = network.equals("LINKEDIN") ? "company/rani" : "rani_kuliner";
    PostAddress read = read(network, handle, pasted);

    assertThat(read).isInstanceOf(Named.class);
    Named named = (Named) read;
    assertThat(named.post().remoteId()).isEqualTo(id);
    String kept = named.post().url().orElseThrow().toString();
    assertThat(read(network, handle, kept)).as("its own address leads back to it").isEqualTo(read);
  }

  /** As apps and people gave them to others: youtube, instagram, tiktok and facebook parsers. */
  @ParameterizedTest
  @CsvSource({
    "YOUTUBE, https://youtu.be/--HXLM8GuxA?si=pNahKJLszKr8J00u, --HXLM8GuxA",
    "YOUTUBE, https://youtu.be/_gnfkFb8h3U?si=aw76mRazP7ZRHNDl, _gnfkFb8h3U",
    "YOUTUBE, https://youtu.be/OFUtwNESsiw?list=TLPQMDgwMTIwMjOiybcda46Cmg, OFUtwNESsiw",
    "YOUTUBE, https://www.youtube.com/watch?list=PL123&index=2&v=OFUtwNESsiw, OFUtwNESsiw",
    "YOUTUBE, https://youtube.com/shorts/lrQRJBgYot0?si=123test, lrQRJBgYot0",
    "YOUTUBE, youtube.com/shorts/lrQRJBgYot0/, lrQRJBgYot0",
    "INSTAGRAM, https://www.instagram.com/rani.kuliner/reel/Db8u4REpzUb/, Db8u4REpzUb",
    "INSTAGRAM, https://www.instagram.com/reel/Db8u4REpzUb/?igsi=azBrY2s1NDd0ZjJw, Db8u4REpzUb",
    "INSTAGRAM, https://www.instagram.com/reels/Db8u4REpzUb/, Db8u4REpzUb",
    "INSTAGRAM, https://instagram.com/p/C1nNxSbsAzk/?utm_source=ig_web_button_share_sheet, C1nNxSbsAzk",
    "TIKTOK, https://www.tiktok.com/@rani.kuliner/video/6805591629471173894, 6805591629471173894",
    "TIKTOK, https://www.tiktok.com/@rani.kuliner/photo/7364097008107326763, 7364097008107326763",
    "FACEBOOK, https://www.facebook.com/permalink.php?story_fbid=656979134390631&amp;id=100002356503167, 656979134390631",
    "FACEBOOK, https://m.facebook.com/story.php?story_fbid=612064732229087&substory_index=0&id=438429349592627, 612064732229087",
  })
  void what_others_stumbled_over_is_read(String network, String pasted, String id) {
    PostAddress read = read(network, "rani.kuliner", pasted);
    assertThat(read).isInstanceOf(Named.class);
    assertThat(((Named) read).post().remoteId()).endsWith(id);
  }

  /** What the app wraps has a name of its own that is no post's. */
  @ParameterizedTest
  @CsvSource({
    "INSTAGRAM, https://www.instagram.com/share/reel/BARSSL4rTu",
    "INSTAGRAM, https://www.instagram.com/share/p/BARSSL4rTu",
    "INSTAGRAM, https://www.instagram.com/share/BARSSL4rTu",
    "FACEBOOK, https://www.facebook.com/share/p/1AbCdEfGh/",
    "FACEBOOK, https://www.facebook.com/share/r/1AbCdEfGh/",
  })
  void a_wrapped_address_is_never_taken_for_the_post(String network, String pasted) {
    assertThat(read(network, "rani.kuliner", pasted)).isEqualTo(new Wrong(PostAddress.Why.SHORT));
  }

  @ParameterizedTest
  @CsvSource({
    "YOUTUBE, https://www.youtube.com/@rani_kuliner, PROFILE",
    "YOUTUBE, https://www.youtube.com/@lain/videos, PROFILE",
    "YOUTUBE, https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv, PROFILE",
    "YOUTUBE, https://www.youtube.com/playlist?list=PL123, NO_POST",
    "YOUTUBE, https://www.youtube.com/subscribers, NO_POST",
    "YOUTUBE, https://www.youtube.com/watch?v=terlalupendek1, NO_POST",
    "YOUTUBE, https://www.youtube.com/post/UgkxAbCdEf, NO_POST",
    "YOUTUBE, https://vimeo.com/123456789, OTHER_NETWORK",
    "YOUTUBE, https://youtube.com.evil.example/watch?v=AbC123xyz_0, OTHER_NETWORK",
    "YOUTUBE, https://rani@youtube.com/watch?v=AbC123xyz_0, OTHER_NETWORK",
    "TIKTOK, https://www.tiktok.com/@lain/video/7400000000000000001, OTHER_ACCOUNT",
    "TIKTOK, https://www.tiktok.com/@rani_kuliner, PROFILE",
    "TIKTOK, https://www.tiktok.com/@lain?_t=8k, OTHER_ACCOUNT",
    "TIKTOK, https://www.tiktok.com/tag/amplang, NO_POST",
    "TIKTOK, https://vt.tiktok.com/ZSabc123/, SHORT",
    "TIKTOK, vm.tiktok.com/ZMabc123, SHORT",
    "TIKTOK, https://www.tiktok.com/t/ZTabc123/, SHORT",
    "LINKEDIN, https://lnkd.in/gAbCdEf, SHORT",
    "TIKTOK, https://www.instagram.com/reel/C8abcDEfgHi/, OTHER_NETWORK",
    "X, https://x.com/lain/status/1900000000000000777, OTHER_ACCOUNT",
    "X, https://x.com/Rani_Kuliner, PROFILE",
    "X, https://x.com/search?q=amplang, NO_POST",
    "X, https://x.com/hashtag/amplang, NO_POST",
    "X, https://x.com/i/lists/123, NO_POST",
    "LINKEDIN, https://www.linkedin.com/posts/lain_amplang-activity-7141000000000000000-aBcD, OTHER_ACCOUNT",
    "LINKEDIN, https://www.linkedin.com/company/rani/posts/, PROFILE",
    "LINKEDIN, https://www.linkedin.com/in/lain/, OTHER_ACCOUNT",
    "LINKEDIN, https://www.linkedin.com/jobs/view/123, NO_POST",
    "X, halo apa kabar, NO_ADDRESS",
    "TIKTOK, ftp://www.tiktok.com/@rani_kuliner/video/7400000000000000001, OTHER_NETWORK",
  })
  void what_is_no_post_of_the_account_is_told_apart(
      String network, String pasted, PostAddress.Why why) {
    String handle = network.equals("LINKEDIN") ? "company/rani" : "rani_kuliner";
    PostAddress read = read(network, handle, pasted);

    assertThat(read).isEqualTo(new Wrong(why));
  }
}
