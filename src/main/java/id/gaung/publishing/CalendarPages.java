package id.gaung.publishing;

import id.gaung.collaboration.DeliverableView;
import id.gaung.collaboration.Deliverables;
import id.gaung.kernel.Role;
import id.gaung.kernel.Week;
import id.gaung.kernel.Wita;
import id.gaung.publishing.PostSlots.Slot;
import id.gaung.web.NavItem;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The calendar. */
@Path("calendar")
@Produces(MediaType.TEXT_HTML)
public final class CalendarPages {

  static final NavItem NAV =
      NavItem.of(
              NavItem.Group.WORK,
              "calendar",
              "publishing.nav.calendar",
              "/calendar",
              Role.STAFF,
              Role.APPROVER)
          .with("/posts")
          .with("/found-posts")
          .onPhone(3);

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
    CalendarWeek.Filter filter = new CalendarWeek.Filter(campaign, network, state);
    Week week = Week.parse(label).orElseGet(() -> Week.of(clock.instant()));
    List<RenditionRow> rows = posts.in(week);
    List<Slot> all = slots.of(rows);
    List<Slot> found = all.stream().filter(filter::fits).toList();
    Map<LocalDate, List<Slot>> byDay =
        found.stream().collect(Collectors.groupingBy(slot -> Wita.date(slot.at())));
    List<CalendarWeek.Day> days =
        IntStream.range(0, 7)
            .mapToObj(week.monday()::plusDays)
            .map(day -> new CalendarWeek.Day(day, byDay.getOrDefault(day, List.of())))
            .toList();
    List<DeliverableView> ready =
        viewer.is(Role.STAFF)
            ? deliverables.approvedWithoutPost(1).rows().stream().limit(READY).toList()
            : List.of();
    return new View(
        "publishing/calendar.jte",
        new CalendarWeek(
            week,
            Wita.date(clock.instant()),
            days,
            views.campaignNames(rows),
            ready,
            deliverables.approvedPhotos(ready),
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
}
