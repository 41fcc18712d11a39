package id.gaung.task;

import id.gaung.audit.Foundation;
import id.gaung.channel.Channels;
import id.gaung.identity.IdentityFeature;
import id.gaung.jobs.Job;
import id.gaung.jobs.Schedule;
import id.gaung.mail.Mails;
import id.gaung.media.MediaFeature;
import id.gaung.publishing.PublishingFeature;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.time.Duration;
import java.util.List;

/** Wires what people put out by hand. */
public final class TaskFeature {

  private final Tasks tasks;
  private final TaskViews sheets;

  /**
   * @param grace how late a post may still go out
   * @param linkKey at least 32 secret bytes; another key kills every link
   */
  public TaskFeature(
      Foundation foundation,
      IdentityFeature identity,
      Mails mails,
      Channels channels,
      PublishingFeature publishing,
      MediaFeature media,
      Duration grace,
      byte[] linkKey) {
    tasks =
        new Tasks(
            foundation, new TaskLinks(linkKey), publishing.hand(), identity.people(), mails, grace);
    sheets =
        new TaskViews(foundation, tasks, channels, publishing, media, identity.offices(), grace);
    publishing.listen(tasks);
    publishing.hand().tasksBy(tasks.giving());
  }

  public Tasks tasks() {
    return tasks;
  }

  /** For tests. */
  TaskViews sheets() {
    return sheets;
  }

  public void register(JerseyEnvironment jersey) {
    jersey.register(new TaskPages(tasks, sheets));
    jersey.register(new TaskPages.LinkFirst(tasks));
    jersey.register(new TaskPages.GivingPages(tasks.giving()));
    jersey.register(new GivingResource(tasks.giving()));
  }

  public List<Schedule> schedules() {
    return List.of(
        Schedule.onceInCluster(Job.of("open-early-tasks", tasks::openEarly), Duration.ofMinutes(1)),
        Schedule.onceInCluster(Job.of("remind-of-tasks", tasks::remind), Duration.ofMinutes(1)));
  }
}
