package id.gaung;

import com.codahale.metrics.health.HealthCheck;
import id.gaung.publishing.PublishingHealth;

/** Red when due posts are not being published, whatever the cause; not when a person stopped it. */
final class PublishingHealthCheck extends HealthCheck {

  private final PublishingHealth health;

  PublishingHealthCheck(PublishingHealth health) {
    this.health = health;
  }

  @Override
  protected Result check() {
    PublishingHealth.State state = health.state();
    if (!state.engineWorks()) {
      return Result.unhealthy(
          "this node's publishing engine has stopped after an error; restart it");
    }
    if (!state.isWell()) {
      return Result.unhealthy(
          "%d posts are due and nobody publishes them; the oldest since %s",
          state.notTaken(), state.oldestDue().orElseThrow());
    }
    return state.stopped()
        ? Result.healthy("publishing is stopped by a person; %d posts wait", state.waiting())
        : Result.healthy("%d posts are due or under way", state.waiting());
  }
}
