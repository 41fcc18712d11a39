package id.gaung.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.kernel.Nets;
import org.junit.jupiter.api.Test;

class UmkmAccountTest {

  @Test
  void a_handle_is_read_however_it_is_written() {
    UmkmAccount dapur = new UmkmAccount(Nets.INSTAGRAM, "dapur.laut_1");
    for (String typed :
        new String[] {
          "instagram/dapur.laut_1",
          "INSTAGRAM/@dapur.laut_1",
          "instagram/ https://www.instagram.com/dapur.laut_1/?hl=id",
          "instagram/instagram.com/dapur.laut_1"
        }) {
      assertThat(UmkmAccount.parse(typed)).as(typed).contains(dapur);
    }
    assertThat(dapur.text()).isEqualTo("instagram/dapur.laut_1");
    assertThat(UmkmAccount.parse("mastodon/@dapur@mastodon.social"))
        .contains(new UmkmAccount(Nets.MASTODON, "dapur@mastodon.social"));
  }

  @Test
  void what_is_no_account_is_none() {
    for (String typed :
        new String[] {"dapur", "friendster/dapur", "tiktok/", "tiktok/dapur laut", "x/<b>"}) {
      assertThat(UmkmAccount.parse(typed)).as(typed).isEmpty();
    }
  }
}
