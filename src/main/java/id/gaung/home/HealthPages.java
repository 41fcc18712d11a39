package id.gaung.home;

import id.gaung.jobs.JobWatch;
import id.gaung.kernel.Role;
import id.gaung.mail.MailFeature;
import id.gaung.mail.MailViews;
import id.gaung.publishing.PublishingHealth;
import id.gaung.web.View;
import id.gaung.web.Viewer;
import io.dropwizard.auth.Auth;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What is well in this installation and what is not, in words, for the administrator. */
@Path("settings/health")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.Names.ADMIN)
public final class HealthPages {

  private final PublishingHealth publishing;
  private final Supplier<JobWatch> jobs;
  private final DiskSpace disk;

  private final MailFeature mail;

  HealthPages(
      PublishingHealth publishing, Supplier<JobWatch> jobs, DiskSpace disk, MailFeature mail) {
    this.mail = mail;
    this.publishing = publishing;
    this.jobs = jobs;
    this.disk = disk;
  }

  /**
   * One thing that is watched.
   *
   * @param key of its sentence; the values stand in their order
   */
  public record Line(String key, List<Object> values, boolean well) {
    static Line of(boolean well, String key, Object... values) {
      return new Line(key, List.of(values), well);
    }
  }

  /** Room on the disk, in MB, which is read in GB where there is much. */
  public record Space(long mb) {}

  /** The page. */
  public record Health(List<Line> lines, List<JobWatch.JobState> jobs) {
    /** How many things somebody should look at. */
    public long troubles() {
      return lines.stream().filter(line -> !line.well()).count()
          + jobs.stream().filter(job -> job.condition().isTrouble()).count();
    }

    /** How many jobs have not run on this server since it started. */
    public long notYet() {
      return jobs.stream().filter(job -> job.condition() == JobWatch.Condition.NOT_YET).count();
    }

    /** Whether the server started so lately that nothing is known of its jobs. */
    public boolean isFresh() {
      return !jobs.isEmpty() && notYet() == jobs.size();
    }
  }

  @GET
  public View show(@Auth Viewer viewer) {
    return new View("home/health.jte", health());
  }

  Health health() {
    List<Line> lines = new ArrayList<>();
    lines.add(publishing());
    lines.add(Line.of(true, "home.health.database"));
    lines.add(disk());
    lines.add(mail());
    return new Health(lines, jobs.get().states());
  }

  private Line publishing() {
    PublishingHealth.State state = publishing.state();
    if (!state.engineWorks()) {
      return Line.of(false, "home.health.publishing.dead");
    }
    if (state.forAccounts() > 0 && !state.stopped()) {
      return Line.of(
          false,
          "home.health.publishing.for-accounts",
          state.forAccounts(),
          state.oldestForAccounts().orElseThrow());
    }
    if (!state.isWell()) {
      return Line.of(
          false,
          "home.health.publishing.not-taken",
          state.notTaken(),
          state.oldestDue().orElseThrow());
    }
    return state.stopped()
        ? Line.of(true, "home.health.publishing.stopped", state.waiting())
        : Line.of(true, "home.health.publishing.well", state.waiting());
  }

  private Line mail() {
    if (!mail.mails().isSetUp()) {
      return Line.of(true, "home.health.mail.none");
    }
    MailViews.Standing now = mail.views().standing();
    if (now.troubledSince().isPresent()) {
      return Line.of(false, "home.health.mail.troubled", now.queued(), now.troubledSince().get());
    }
    return now.unknown() > 0
        ? Line.of(false, "home.health.mail.unknown", now.unknown())
        : Line.of(true, "home.health.mail.well", now.queued());
  }

  private Line disk() {
    DiskReading found = disk.read();
    return switch (found.state()) {
      case WELL -> Line.of(true, "home.health.disk.well", new Space(found.freeMb()));
      case FEW ->
          Line.of(
              false,
              "home.health.disk.few",
              new Space(found.freeMb()),
              new Space(DiskSpace.FEW_BYTES >> 20));
      case AWAY -> Line.of(false, "home.health.disk.away");
      case PHOTOS_AWAY -> Line.of(false, "home.health.disk.photos-away");
    };
  }
}
