package id.gaung.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.kernel.Nets;
import id.gaung.kernel.Week;
import id.gaung.platform.Metric;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Posts on a network that has no engagements: what people typed counts, nothing is made up. */
@Tag("database")
class UntoldCountsTest {

  private static final Week W48 = Week.parse("2026-W48").orElseThrow();

  private final ReportWorld world = new ReportWorld();
  private final UUID campaign = world.campaign("Pasar Inpres", 5_000_000);

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void no_engagements_are_not_zero_and_stand_against_nobodys_coverage() {
    UUID channel = world.channel(Nets.TELEGRAM);
    UUID typed = world.published(world.post(campaign), channel, "2026-11-24T10:00:00");
    UUID untyped = world.published(world.post(campaign), channel, "2026-11-25T10:00:00");
    UUID other =
        world.published(world.post(campaign), world.channel(Nets.BLUESKY), "2026-11-24T10:00:00");
    world.read(typed, Metric.VIEWS, "2026-11-29T20:00:00", 812);
    world.likes(typed, "2026-11-29T20:00:00", 9);
    world.followers(channel, "2026-11-24T09:00:00", 1_310);
    world.at("2026-12-03T09:00:00");
    world.reports.makeDue();

    ReportDocument report = world.reports.get(W48, Optional.empty()).read();

    assertThat(report.coverage()).isEqualTo(new Coverage(0, 1, 0));
    assertThat(report.rates()).isEmpty();
    assertThat(row(report, typed).cell(Measure.VIEWS).known()).contains(812L);
    assertThat(row(report, typed).cell(Measure.INTERACTIONS).why()).contains(Why.NOT_OFFERED);
    assertThat(row(report, untyped).cell(Measure.INTERACTIONS).known()).isEmpty();
    assertThat(row(report, untyped).cell(Measure.VIEWS).known()).isEmpty();
    assertThat(row(report, other).cell(Measure.INTERACTIONS).why()).isNotEqualTo(Why.NOT_OFFERED);
  }

  private static ReportedPost row(ReportDocument report, UUID id) {
    return report.rows().stream()
        .filter(row -> row.renditionId().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
