package id.gaung.followup;

import id.gaung.audit.Foundation;
import id.gaung.channel.ChannelFeature;
import id.gaung.jobs.Job;
import id.gaung.jobs.Schedule;
import id.gaung.publishing.PublishingFeature;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.time.Duration;
import java.util.List;

/** Wires what follows posts by itself. */
public final class FollowUpFeature {

  private final FollowUps followUps;
  private final FollowUpDecisions decisions;
  private final FollowUpRun run;
  private final PublishingFeature publishing;

  public FollowUpFeature(
      Foundation foundation, ChannelFeature channel, PublishingFeature publishing) {
    this.publishing = publishing;
    FollowUpDao dao = foundation.jdbi().onDemand(FollowUpDao.class);
    NetworkReplies networks =
        new NetworkReplies(
            publishing.hand(), channel.channels(), channel.platforms(), dao, foundation.clock());
    followUps = new FollowUps(foundation, dao);
    decisions = new FollowUpDecisions(foundation, dao, networks);
    run = new FollowUpRun(foundation, dao, networks, () -> publishing.control().state().stopped());
    publishing.listen(followUps);
    publishing.followedBy(followUps);
  }

  public FollowUps followUps() {
    return followUps;
  }

  public FollowUpDecisions decisions() {
    return decisions;
  }

  public void register(JerseyEnvironment jersey) {
    jersey.register(new FollowUpPages(decisions, followUps, publishing.renditions()));
    jersey.register(new FollowUpResource(decisions, followUps));
  }

  public List<Schedule> schedules() {
    return List.of(Schedule.eachNode(Job.of("send-follow-ups", run::run), Duration.ofSeconds(2)));
  }
}
