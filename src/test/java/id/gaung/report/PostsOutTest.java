package id.gaung.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.kernel.Nets;
import id.gaung.kernel.Week;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A week's posts by product and kecamatan, each counted once while numbers stay per account. */
@Tag("database")
class PostsOutTest {

  private static final Week W48 = Week.parse("2026-W48").orElseThrow();

  private final ReportWorld world = new ReportWorld();
  private final UUID campaign = world.campaign("Pasar Inpres", 5_000_000);
  private final List<UUID> channels =
      List.of(
          world.channel(Nets.BLUESKY), world.channel(Nets.MASTODON), world.channel(Nets.INSTAGRAM));
  private final UUID coffee = world.product("Kopi", "64.71.02");
  private final UUID tea = world.product("Teh", "64.71.02");
  private final UUID bag = world.product("Tas", "64.71.03");

  @AfterEach
  void close() {
    world.close();
  }

  private ReportDocument report(Week week) {
    world.at("2026-12-10T09:00:00");
    world.reports.makeDue();
    return world.reports.get(week, Optional.empty()).read();
  }

  private void everywhere(UUID post, String at) {
    channels.forEach(channel -> world.published(post, channel, at));
  }

  private static int of(ReportDocument report, UUID product) {
    return report.products().stream()
        .filter(line -> line.productId().filter(product::equals).isPresent())
        .mapToInt(PostsOut.of(report)::of)
        .sum();
  }

  private static int of(ReportDocument report, String kecamatan) {
    return report.kecamatan().stream()
        .filter(line -> line.code().equals(kecamatan))
        .mapToInt(PostsOut.of(report)::of)
        .sum();
  }

  @Test
  void a_post_on_three_accounts_is_one_post_of_its_product_and_its_kecamatan() {
    everywhere(world.post(campaign, coffee), "2026-11-24T10:00:00");
    everywhere(world.post(campaign, coffee, tea), "2026-11-25T10:00:00");
    everywhere(world.post(campaign, bag), "2026-11-26T10:00:00");
    everywhere(world.post(campaign), "2026-11-26T11:00:00");
    ReportDocument report = report(W48);
    assertThat(List.of(of(report, coffee), of(report, tea), of(report, bag)))
        .containsExactly(2, 1, 1);
    assertThat(List.of(of(report, "64.71.02"), of(report, "64.71.03"), of(report, "64.71.01")))
        .containsExactly(2, 1, 0);
    assertThat(of(report, "")).as("posts that show no product").isEqualTo(1);
    assertThat(report.products().stream().mapToInt(ProductLine::published).sum())
        .as("numbers stay per account")
        .isEqualTo(15);
    assertThat(report.pageOne().orElseThrow().published()).isEqualTo(4);
  }

  @Test
  void a_post_over_two_weeks_is_one_of_the_first() {
    UUID post = world.post(campaign, coffee);
    world.at("2026-11-16T10:00:00");
    world.published(post, channels.get(0), "2026-11-22T20:00:00");
    world.published(post, channels.get(1), "2026-11-23T08:00:00");
    assertThat(of(report(W48), coffee)).isZero();
    assertThat(of(report(W48.previous()), coffee)).isEqualTo(1);
  }

  @Test
  void an_account_that_is_gone_before_the_week_still_tells_when_the_post_began() {
    UUID post = world.post(campaign, coffee);
    world.at("2026-11-09T10:00:00");
    UUID first = world.published(post, channels.get(0), "2026-11-10T20:00:00");
    world.gone(first, "2026-11-12T10:00:00");
    world.published(post, channels.get(1), "2026-11-24T08:00:00");
    ReportDocument report = report(W48);
    assertThat(report.rows()).hasSize(1);
    assertThat(of(report, coffee)).isZero();
  }
}
