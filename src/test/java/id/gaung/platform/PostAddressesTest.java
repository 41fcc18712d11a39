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

  @ParameterizedTest
  @CsvSource({
    "YOUTUBE, https://www.youtube.com/@rani_kuliner, PROFILE",
    "YOUTUBE, https://www.youtube.com/@lain/videos, OTHER_ACCOUNT",
    "YOUTUBE, https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv, OTHER_ACCOUNT",
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
