package id.gaung.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import com.codahale.metrics.MetricRegistry;
import id.gaung.engagement.EngagementFeature;
import id.gaung.engagement.Watches;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How far the reading of figures is behind, as an operator reads it. */
class EngagementLagTest extends PostsWorld {

  @Test
  void it_is_the_age_of_the_oldest_reading_that_is_overdue() {
    Watches watches = EngagementFeature.watches(world.foundation);
    publishing.listen(watches);
    MetricRegistry all = new MetricRegistry();
    new EngagementFeature(
            world.foundation,
            watches,
            channels.channels(),
            channels.platforms(),
            publishing.renditions(),
            media.photos())
        .register(all);
    assertThat(lag(all)).isZero();

    UUID id = publishing.posts().compose(world.staff, post(approved(), on(channel)));
    stepTo(EVENING);
    publishing.engine().runOnce();
    assertThat(only(id).state()).isEqualTo(RenditionState.PUBLISHED);
    // First read 15 minutes after it went out.
    world.clock.step(Duration.ofMinutes(10));
    assertThat(lag(all)).isZero();
    world.clock.step(Duration.ofMinutes(7));
    assertThat(lag(all)).isEqualTo(120);
  }

  private static long lag(MetricRegistry all) {
    return (Long) all.getGauges().get("engagement.lag").getValue();
  }
}
