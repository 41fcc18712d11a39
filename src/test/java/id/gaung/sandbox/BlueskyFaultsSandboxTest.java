package id.gaung.sandbox;

import static id.gaung.kernel.Nets.BLUESKY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The practice Bluesky's faults. */
class BlueskyFaultsSandboxTest extends BlueskyPractice {

  @Test
  void a_lost_answer_leaves_the_post_behind_once() throws IOException {
    WORLD.faults.switchOn(NewFault.of(BLUESKY, FaultKind.LOST_ANSWER).times(1));
    String key = key();
    ObjectNode record = post("lost answer");

    assertThatThrownBy(() -> put(key, record, true)).isInstanceOf(IOException.class);
    assertThat(get(key).status()).isEqualTo(200);
    Reply again = put(key, record, true);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json().has("commit")).isFalse();
    assertThat(arrived("lost answer")).isEqualTo(1);
  }

  @Test
  void faults_answer_in_blueskys_words() throws IOException {
    WORLD.faults.switchOn(
        NewFault.of(BLUESKY, FaultKind.RATE_LIMIT_429)
            .amount(42)
            .times(1)
            .account(account.handle()));
    Reply limited = put(key(), post("fault"), true);
    refused(limited, 429, "RateLimitExceeded");
    assertThat(limited.header("Retry-After")).isEqualTo("42");
    assertThat(limited.header("RateLimit-Remaining")).isEqualTo("0");

    WORLD.faults.switchOn(
        NewFault.of(BLUESKY, FaultKind.HTTP_500).times(1).on(FaultScope.PUBLISHING));
    assertThat(get(key()).status()).isEqualTo(400);
    refused(put(key(), post("fault"), true), 500, "InternalServerError");

    WORLD.faults.switchOn(NewFault.of(BLUESKY, FaultKind.TOKEN_EXPIRED).times(1));
    refused(put(key(), post("fault"), true), 400, "ExpiredToken");
    assertThat(put(key(), post("after the faults"), true).status()).isEqualTo(200);
    assertThat(arrived("fault")).isZero();
  }

  @Test
  void expired_tokens_are_mended_by_a_refresh() throws IOException {
    WORLD.faults.expireTokens(BLUESKY, account.handle());

    refused(put(key(), post("old token"), true), 400, "ExpiredToken");
    session = refresh(refreshToken()).json();
    assertThat(put(key(), post("new token"), true).status()).isEqualTo(200);
  }

  @Test
  void a_fault_for_one_account_leaves_the_others_alone() throws IOException {
    WORLD.faults.switchOn(
        NewFault.of(BLUESKY, FaultKind.HTTP_500).account(WORLD.account(BLUESKY).handle()));

    assertThat(put(key(), post("unharmed"), true).status()).isEqualTo(200);
  }

  @Test
  void a_fault_is_switched_off_and_outlives_a_restart_until_then() throws IOException {
    long id = WORLD.faults.switchOn(NewFault.of(BLUESKY, FaultKind.HTTP_500));
    WORLD.restart();
    assertThat(put(key(), post("off"), true).status()).isEqualTo(500);

    WORLD.faults.switchOff(id);
    assertThat(put(key(), post("off"), true).status()).isEqualTo(200);
  }

  @Test
  void a_probable_fault_strikes_about_as_often_as_it_says() throws IOException {
    WORLD.faults.switchOn(NewFault.of(BLUESKY, FaultKind.HTTP_500).probability(0.5));
    int struck = 0;
    for (int i = 0; i < 60; i++) {
      struck += get(key()).status() == 500 ? 1 : 0;
    }
    assertThat(struck).isBetween(15, 45);
  }

  @Test
  void a_slow_answer_comes_late_but_comes() throws IOException {
    WORLD.faults.switchOn(NewFault.slow(BLUESKY, Duration.ofMillis(300)).times(1));
    long before = System.nanoTime();

    assertThat(put(key(), post("slow"), true).status()).isEqualTo(200);

    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(290));
  }

  @Test
  void index_lag_delays_what_get_posts_knows() throws IOException {
    WORLD.faults.switchOn(NewFault.of(BLUESKY, FaultKind.INDEX_LAG).amount(60_000));
    String uri = put(key(), post("lagging"), true).json().path("uri").asText();

    WORLD.clock.move(Duration.ofSeconds(60));
    assertThat(getPosts(List.of(uri)).json().path("posts")).isEmpty();
    WORLD.clock.move(Duration.ofSeconds(1));
    assertThat(getPosts(List.of(uri)).json().path("posts")).hasSize(1);
  }

  @Test
  void a_post_can_be_deleted_on_the_networks_side() throws IOException {
    String key = key();
    String uri = put(key, post("moderated"), true).json().path("uri").asText();

    assertThat(WORLD.faults.deletePost(BLUESKY, uri)).isTrue();

    refused(get(key), 400, "RecordNotFound");
    Reply page =
        WORLD.send(WORLD.request(BLUESKY, "/profile/" + account.handle() + "/post/" + key));
    assertThat(page.status()).isEqualTo(404);
    assertThat(page.text()).contains("sudah dihapus");
  }
}
