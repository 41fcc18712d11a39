package id.gaung.home;

import id.gaung.kernel.Rupiah;
import id.gaung.kernel.Week;
import id.gaung.mail.MailViews.Waiting;
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
   * @param messages the first of those that this person should pass on or read
   * @param others what waits for others, where this person waits with them
   * @param facts what is good to know
   * @param readsReports whether the weekly reports are for this person
   * @param report the newest week that has one
   * @param latest its report
   * @param decides whether it is a head of division, who decides and makes nothing
   * @param mayCompose whether the reader may compose posts
   * @param running campaigns under way
   * @param together the sums of the running campaigns, for who decides about them
   * @param firstSteps of a new office; empty once it has a campaign
   */
  public record Show(
      String name,
      boolean decides,
      List<Card> waiting,
      List<Waiting> messages,
      List<Card> others,
      List<Card> facts,
      boolean readsReports,
      Optional<Week> report,
      Optional<StoredReport> latest,
      NextStep next,
      Day day,
      boolean mayCompose,
      List<Standing.Running> running,
      Optional<Standing.Together> together,
      List<Standing.FirstStep> firstSteps) {

    /** What all that waits for the reader's approval would cost; empty if not all is known. */
    public Optional<Rupiah> asked() {
      return waiting.stream()
          .filter(card -> card.isDecision() && !card.isCut())
          .findFirst()
          .map(
              card ->
                  card.links().stream()
                      .flatMap(link -> link.money().stream())
                      .reduce(Rupiah.ZERO, Rupiah::plus));
    }

    /** How many of the first steps are taken. */
    public long stepsDone() {
      return firstSteps.stream().filter(Standing.FirstStep::done).count();
    }

    /** Whether it is the first that is not taken and that the reader may take. */
    public boolean isNow(Standing.FirstStep step) {
      return firstSteps.stream()
          .filter(one -> !one.done() && one.mayTake())
          .findFirst()
          .equals(Optional.of(step));
    }

    /** How many things wait for the reader. */
    public long count() {
      return waiting.stream().mapToLong(Card::rows).sum() + messages.size();
    }

    /** The name up to its first long word: "Stafina", "Pak Hadi", "Hj. Siti". */
    public String calledBy() {
      List<String> words = List.of(name.strip().split("\\s+"));
      int last = 0;
      while (last < words.size() - 1 && isShort(words.get(last))) {
        last++;
      }
      return String.join(" ", words.subList(0, last + 1));
    }

    private static boolean isShort(String word) {
      return word.length() <= 3 || word.endsWith(".");
    }
  }

  /**
   * The reader's day.
   *
   * @param hour of the day (WITA), for the greeting
   * @param strip this week's days with what is due on them; empty for who reads no calendar
   * @param posts today's
   * @param week all of this week
   */
  public record Day(LocalDate today, int hour, List<Due> strip, List<Slot> posts, List<Slot> week) {

    private static final int DOTS = 6;

    /** A day of the week and how many posts are due on it. */
    public record Due(LocalDate date, int posts) {

      /** As many as there is room for. */
      public int dots() {
        return Math.min(posts, DOTS);
      }
    }

    /** How many of the week's posts at least one account shows. */
    public long out() {
      return week.stream().filter(Slot::isOut).count();
    }

    /** How many of the week's posts a person should look at. */
    public long troubled() {
      return week.stream().filter(slot -> slot.isTrouble() && !slot.isOut()).count();
    }

    /** The greeting's key. */
    public String greeting() {
      String part = hour < 11 ? "morning" : hour < 15 ? "noon" : hour < 19 ? "evening" : "night";
      return "home.greeting." + part;
    }
  }
}
