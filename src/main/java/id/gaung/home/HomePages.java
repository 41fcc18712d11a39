package id.gaung.home;

import id.gaung.kernel.Week;
import id.gaung.publishing.PostSlots.Slot;
import id.gaung.report.StoredReport;
import id.gaung.web.View;
import id.gaung.web.Viewer;
import io.dropwizard.auth.Auth;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The first page. Who is not signed in is led to the sign-in page, as everywhere. */
@Path("")
@Produces(MediaType.TEXT_HTML)
public final class HomePages {

  private final FirstPages pages;

  HomePages(FirstPages pages) {
    this.pages = pages;
  }

  @GET
  @PermitAll
  public Response show(@Auth Viewer viewer) {
    return pages
        .instead(viewer)
        .map(page -> Response.seeOther(page).build())
        .orElseGet(() -> Response.ok(new View("home/show.jte", pages.of(viewer))).build());
  }

  /**
   * A person's first page.
   *
   * @param waiting what waits for this person
   * @param others what waits for others, where this person waits with them
   * @param facts what is good to know
   * @param readsReports whether the weekly reports are for this person
   * @param report the newest week that has one
   * @param latest its report
   * @param running campaigns under way
   * @param firstSteps of a new office; empty once it has a campaign
   */
  public record Show(
      String name,
      List<Card> waiting,
      List<Card> others,
      List<Card> facts,
      boolean readsReports,
      Optional<Week> report,
      Optional<StoredReport> latest,
      NextStep next,
      Day day,
      List<Standing.Running> running,
      List<Standing.FirstStep> firstSteps) {

    /** How many of the first steps are taken. */
    public long stepsDone() {
      return firstSteps.stream().filter(Standing.FirstStep::done).count();
    }

    /** Whether it is the first that is not taken. */
    public boolean isNow(Standing.FirstStep step) {
      return firstSteps.stream().filter(one -> !one.done()).findFirst().equals(Optional.of(step));
    }

    /** How many things wait for the reader. */
    public long count() {
      return waiting.size();
    }
  }

  /**
   * The reader's day.
   *
   * @param hour of the day (WITA), for the greeting
   * @param strip this week's days with what is due on them; empty for who reads no calendar
   * @param posts today's
   */
  public record Day(LocalDate today, int hour, List<Due> strip, List<Slot> posts) {

    private static final int DOTS = 6;

    /** A day of the week and how many posts are due on it. */
    public record Due(LocalDate date, int posts) {

      /** As many as there is room for. */
      public int dots() {
        return Math.min(posts, DOTS);
      }
    }

    /** The greeting's key. */
    public String greeting() {
      String part = hour < 11 ? "morning" : hour < 15 ? "noon" : hour < 19 ? "evening" : "night";
      return "home.greeting." + part;
    }
  }
}
