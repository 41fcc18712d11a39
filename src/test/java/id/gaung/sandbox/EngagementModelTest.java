package id.gaung.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.kernel.Nets;
import id.gaung.kernel.Network;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EngagementModelTest {

  private static final Instant START = Instant.parse("2026-09-29T02:00:00Z");
  private static final Duration EIGHT_WEEKS = Duration.ofDays(56);

  @Test
  void counts_agree_with_each_other_and_only_a_few_posts_ever_fall() {
    int fallen = 0;
    for (Network network : PracticeServer.networks()) {
      for (int number = 0; number < 200; number++) {
        PracticePost post = post(network, number);
        PracticeEngagement before = PracticeEngagement.NONE;
        boolean falls = false;
        for (int hour = 0; hour <= EIGHT_WEEKS.toHours(); hour += 24) {
          PracticeEngagement now = at(network, post, Duration.ofHours(hour));
          assertThat(now.reach()).isLessThanOrEqualTo(now.views());
          assertThat(List.of(now.likes(), now.comments(), now.shares(), now.quotes(), now.saves()))
              .allSatisfy(count -> assertThat(count).isBetween(0L, now.reach()));
          falls |= now.views() < before.views();
          before = now;
        }
        fallen += falls ? 1 : 0;
      }
    }
    int posts = 200 * PracticeServer.networks().size();
    assertThat(fallen).isBetween(posts / 40, posts / 8);
  }

  @Test
  void a_reading_is_the_same_every_time_and_nothing_before_the_post_is_out() {
    PracticePost post = post(Nets.INSTAGRAM, 1);
    assertThat(at(Nets.INSTAGRAM, post, Duration.ofDays(2)))
        .isEqualTo(at(Nets.INSTAGRAM, post, Duration.ofDays(2)));
    assertThat(at(Nets.INSTAGRAM, post, Duration.ofHours(-1))).isEqualTo(PracticeEngagement.NONE);
  }

  @Test
  void sizes_are_those_of_a_small_office_and_most_comes_in_the_first_days() {
    List<PracticeEngagement> week =
        IntStream.range(0, 200)
            .mapToObj(
                number -> at(Nets.INSTAGRAM, post(Nets.INSTAGRAM, number), Duration.ofDays(7)))
            .toList();
    double likes = week.stream().mapToLong(PracticeEngagement::likes).average().orElseThrow();
    double reach = week.stream().mapToLong(PracticeEngagement::reach).average().orElseThrow();
    assertThat(reach).isBetween(2000.0, 5000.0);
    assertThat(likes).isBetween(80.0, 400.0);

    PracticePost post = post(Nets.INSTAGRAM, 3);
    PracticeEngagement late = at(Nets.INSTAGRAM, post, EIGHT_WEEKS);
    assertThat(at(Nets.INSTAGRAM, post, Duration.ofDays(3)).views())
        .isGreaterThan(late.views() / 2);
  }

  @Test
  void followers_start_where_they_were_and_grow_slowly() {
    PracticeAccount account = account(Nets.MASTODON);
    assertThat(EngagementModel.followers(account, START)).isEqualTo(10_000);
    assertThat(EngagementModel.followers(account, START.minus(EIGHT_WEEKS))).isEqualTo(10_000);
    assertThat(EngagementModel.followers(account, START.plus(EIGHT_WEEKS)))
        .isBetween(10_200L, 11_500L);
  }

  private static PracticeEngagement at(Network network, PracticePost post, Duration after) {
    return EngagementModel.of(account(network), post, START.plus(after));
  }

  private static PracticeAccount account(Network network) {
    return new PracticeAccount(1, network, "akun", "17841", "Akun", "", 10_000, 0, START);
  }

  private static PracticePost post(Network network, int number) {
    return new PracticePost(
        number,
        network,
        1,
        "akun",
        "post-" + number,
        "p" + number,
        "",
        "text",
        "{}",
        "",
        "",
        START,
        START,
        Optional.empty());
  }
}
