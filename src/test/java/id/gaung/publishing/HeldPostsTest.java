package id.gaung.publishing;

import static id.gaung.publishing.RenditionState.CANCELLED;
import static id.gaung.publishing.RenditionState.MISSED;
import static id.gaung.publishing.RenditionState.PUBLISHED;
import static id.gaung.publishing.RenditionState.SCHEDULED;
import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.campaign.CampaignState;
import id.gaung.channel.Channels.DisconnectChannel;
import id.gaung.platform.PublishStep;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What holds posts back: a paused campaign, a stop, a channel without authorisation. */
class HeldPostsTest extends EngineFixture {

  @Test
  void a_paused_campaign_holds_its_posts_until_it_goes_on() {
    UUID post = world.scheduled(world.channel("kota"), EngineWorld.NOON);
    world.campaignBecomes(CampaignState.PAUSED);
    PublishingEngine engine = world.engine("a");
    engine.runOnce();
    assertThat(world.state(post)).isEqualTo(SCHEDULED);
    assertThat(world.text(post, "held_reason")).isEqualTo("CAMPAIGN");

    world.campaignBecomes(CampaignState.ACTIVE);
    world.clock.step(Duration.ofMinutes(10));
    engine.runOnce();
    assertThat(world.state(post)).isEqualTo(PUBLISHED);
    assertThat(world.text(post, "held_reason")).isEmpty();
  }

  @Test
  void a_post_held_beyond_its_grace_is_missed_and_never_fired_late() {
    UUID post = world.scheduled(world.channel("kota"), EngineWorld.NOON);
    world.campaignBecomes(CampaignState.PAUSED);
    PublishingEngine engine = world.engine("a");
    engine.runOnce();
    world.campaignBecomes(CampaignState.ACTIVE);
    world.clock.step(Duration.ofMinutes(60).plusSeconds(1));
    engine.runOnce();
    assertThat(world.state(post)).isEqualTo(MISSED);
    assertThat(world.network.calls).isEmpty();
  }

  @Test
  void a_cancelled_campaign_cancels_its_posts() {
    UUID post = world.scheduled(world.channel("kota"), EngineWorld.NOON);
    world.campaignBecomes(CampaignState.COMPLETED);
    world.engine("a").runOnce();
    assertThat(world.state(post)).isEqualTo(CANCELLED);
    assertThat(world.text(post, "reason")).isEqualTo("CAMPAIGN_OVER");
  }

  @Test
  void a_stop_holds_everything_but_look_ups() {
    UUID channel = world.channel("kota");
    UUID lost = world.scheduled(channel, EngineWorld.NOON);
    world.network.thenLoseTheAnswer();
    PublishingEngine engine = world.engine("a");
    engine.runOnce();
    world.stopped(true);
    UUID post = world.scheduled(channel, EngineWorld.NOON);
    world.clock.step(Duration.ofSeconds(10));
    engine.runOnce();
    assertThat(world.state(post)).isEqualTo(SCHEDULED);
    assertThat(world.text(post, "held_reason")).isEqualTo("STOPPED");
    assertThat(world.state(lost)).isEqualTo(PUBLISHED);
    world.stopped(false);
    world.clock.step(Duration.ofSeconds(15));
    engine.runOnce();
    assertThat(world.state(post)).isEqualTo(PUBLISHED);
  }

  @Test
  void a_stop_reaches_what_waits_in_a_lane_already() throws InterruptedException {
    UUID channel = world.channel("kota");
    UUID first = world.scheduled(channel, EngineWorld.NOON);
    UUID second = world.scheduled(channel, EngineWorld.NOON);
    CountDownLatch called = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    world.network.then(
        call -> {
          called.countDown();
          await(release);
          return new PublishStep.Published(world.network.show(call));
        });
    PublishingEngine engine = world.engine("a");
    engine.tick();
    await(called);
    world.stopped(true);
    release.countDown();
    engine.runOnce();
    assertThat(List.of(world.state(first), world.state(second)))
        .containsExactlyInAnyOrder(PUBLISHED, SCHEDULED);
    assertThat(world.network.calls).hasSize(1);
  }

  @Test
  void a_channel_without_authorisation_holds_its_posts() {
    UUID channel = world.channel("kota");
    UUID post = world.scheduled(channel, EngineWorld.NOON);
    world
        .channels
        .channels()
        .disconnect(
            world.by,
            channel,
            new DisconnectChannel(world.channels.channels().get(channel).version()));
    world.engine("a").runOnce();
    assertThat(world.state(post)).isEqualTo(SCHEDULED);
    assertThat(world.text(post, "held_reason")).isEqualTo("CHANNEL");
    assertThat(world.count("select count(*) from channel where sealed_secrets is not null"))
        .isZero();
  }
}
