package id.gaung.removal;

import id.gaung.audit.Foundation;
import id.gaung.channel.ChannelFeature;
import id.gaung.followup.FollowUps;
import id.gaung.identity.People;
import id.gaung.jobs.Job;
import id.gaung.jobs.Schedule;
import id.gaung.publishing.PublishingFeature;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.time.Duration;
import java.util.List;

/** Wires taking posts away from their networks. */
public final class RemovalFeature {

  private final Removals removals;
  private final PublishingFeature publishing;

  public RemovalFeature(
      Foundation foundation,
      ChannelFeature channel,
      PublishingFeature publishing,
      FollowUps followUps,
      People people) {
    removals =
        new Removals(
            foundation, publishing, followUps, channel.channels(), channel.platforms(), people);
    this.publishing = publishing;
    publishing.removedBy(removals);
  }

  public Removals removals() {
    return removals;
  }

  public RemovalPages pages() {
    return new RemovalPages(removals, publishing);
  }

  public void register(JerseyEnvironment jersey) {
    jersey.register(pages());
    jersey.register(new RemovalResource(removals));
  }

  public List<Schedule> schedules() {
    return List.of(
        Schedule.onceInCluster(
            Job.of("take-posts-away", removals::askAgain), Duration.ofMinutes(1)));
  }
}
