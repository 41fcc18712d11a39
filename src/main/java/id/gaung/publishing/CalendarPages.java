package id.gaung.publishing;

import id.gaung.collaboration.DeliverableView;
import id.gaung.collaboration.Deliverables;
import id.gaung.kernel.Role;
import id.gaung.kernel.Week;
import id.gaung.kernel.Wita;
import id.gaung.publishing.PostSlots.Slot;
import id.gaung.web.View;
import id.gaung.web.Viewer;
import io.dropwizard.auth.Auth;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The calendar. */
@Path("calendar")
@Produces(MediaType.TEXT_HTML)
public final class CalendarPages {

  private static final int READY = 6;

  private final Posts posts;
  private final PostSlots slots;
  private final PostViews views;
  private final Deliverables deliverables;
  private final Clock clock;

  CalendarPages(
      Posts posts, PostSlots slots, PostViews views, Deliverables deliverables, Clock clock) {
    this.posts = posts;
    this.slots = slots;
    this.views = views;
    this.deliverables = deliverables;
    this.clock = clock;
  }

  /** A week with all its posts; this one if the label is none. */
  View week(Viewer viewer, String label) {
    return week(viewer, label, "", "", "");
  }

  /**
   * A week; this one if the label is none.
   *
   * @param campaign of which the posts are; empty for all
   * @param network that they are on; empty for all
   * @param state of one of their accounts, or TROUBLE; empty for all
   */
  @GET
  @RolesAllowed({Role.Names.STAFF, Role.Names.APPROVER})
  public View week(
      @Auth Viewer viewer,
      @QueryParam("week") @DefaultValue("") String label,
      @QueryParam("campaign") @DefaultValue("") String campaign,
      @QueryParam("network") @DefaultValue("") String network,
      @QueryParam("state") @DefaultValue("") String state) {
    Show.Filter filter = new Show.Filter(campaign, network, state);
    Week week = Week.parse(label).orElseGet(() -> Week.of(clock.instant()));
    List<RenditionRow> rows = posts.in(week);
    List<Slot> all = slots.of(rows);
    List<Slot> found = all.stream().filter(filter::fits).toList();
    Map<LocalDate, List<Slot>> byDay =
        found.stream().collect(Collectors.groupingBy(slot -> Wita.date(slot.at())));
    List<Show.Day> days =
        IntStream.range(0, 7)
            .mapToObj(week.monday()::plusDays)
            .map(day -> new Show.Day(day, byDay.getOrDefault(day, List.of())))
            .toList();
    return new View(
        "publishing/calendar.jte",
        new Show(
            week,
            Wita.date(clock.instant()),
            days,
            byName(views.campaignNames(rows)),
            viewer.is(Role.STAFF)
                ? deliverables.approvedWithoutPost(1).rows().stream().limit(READY).toList()
                : List.of(),
            rows.stream().map(RenditionRow::channelId).distinct().count(),
            viewer.is(Role.STAFF),
            rows.size() >= Posts.CALENDAR_LIMIT,
            filter,
            all.stream()
                .flatMap(slot -> slot.marks().stream().map(PostSlots.Mark::network))
                .distinct()
                .sorted()
                .toList()));
  }

  private static Map<UUID, String> byName(Map<UUID, String> names) {
    Map<UUID, String> sorted = new LinkedHashMap<>();
    names.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .forEach(name -> sorted.put(name.getKey(), name.getValue()));
    return sorted;
  }

  /**
   * A week of posts.
   *
   * @param campaigns names by id, in the order of their colours
   * @param ready approved content without a post
   * @param accounts on how many accounts the week's posts are
   * @param mayCompose whether the reader makes posts
   * @param cut whether there are more than are shown
   * @param filter which of them are shown
   * @param networks of the week's posts
   */
  public record Show(
      Week week,
      LocalDate today,
      List<Day> days,
      Map<UUID, String> campaigns,
      List<DeliverableView> ready,
      long accounts,
      boolean mayCompose,
      boolean cut,
      Filter filter,
      List<String> networks) {

    /** Which posts are asked for; empty texts ask for all. */
    public record Filter(String campaign, String network, String state) {

      static final String TROUBLE = "TROUBLE";

      boolean fits(Slot slot) {
        boolean here = campaign.isEmpty() || slot.campaignId().toString().equals(campaign);
        boolean there =
            network.isEmpty() || slot.marks().stream().anyMatch(m -> m.network().equals(network));
        boolean so =
            state.isEmpty()
                || (state.equals(TROUBLE)
                    ? slot.isTrouble()
                    : slot.marks().stream().anyMatch(m -> m.state().name().equals(state)));
        return here && there && so;
      }

      public boolean isSet() {
        return !(campaign + network + state).isEmpty();
      }

      /** Of an address, after the week. */
      public String query() {
        return "&campaign="
            + encoded(campaign)
            + "&network="
            + encoded(network)
            + "&state="
            + encoded(state);
      }

      private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
      }
    }

    private static final List<String> HUES = List.of("hue-a", "hue-b", "hue-c");

    /** A day and what is due on it, in order. */
    public record Day(LocalDate date, List<Slot> slots) {}

    public long posts() {
      return days.stream().mapToLong(day -> day.slots().size()).sum();
    }

    public long out() {
      return days.stream().flatMap(day -> day.slots().stream()).filter(Slot::isOut).count();
    }

    /** Whether something in the week may still change by itself. */
    public boolean isMoving() {
      return days.stream().flatMap(day -> day.slots().stream()).anyMatch(Slot::isMoving);
    }

    /** Tells one state of the week from another. */
    public String digest() {
      return PostSlots.digest(days.stream().flatMap(day -> day.slots().stream()).toList());
    }

    /** The colour of a campaign; beside it the legend has its name. */
    public String hue(UUID campaign) {
      int at = List.copyOf(campaigns.keySet()).indexOf(campaign);
      return at < 0 ? "" : HUES.get(at % HUES.size());
    }
  }
}
