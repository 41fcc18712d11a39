package id.gaung.publishing;

import id.gaung.channel.Channel;
import id.gaung.kernel.Role;
import id.gaung.kernel.Week;
import id.gaung.kernel.Wita;
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
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The calendar. */
@Path("calendar")
@Produces(MediaType.TEXT_HTML)
public final class CalendarPages {

  private final Posts posts;
  private final PostViews views;
  private final Clock clock;

  CalendarPages(Posts posts, PostViews views, Clock clock) {
    this.posts = posts;
    this.views = views;
    this.clock = clock;
  }

  /** A week; this one if the label is none. */
  @GET
  @RolesAllowed({Role.Names.STAFF, Role.Names.APPROVER})
  public View week(@Auth Viewer viewer, @QueryParam("week") @DefaultValue("") String label) {
    Week week = Week.parse(label).orElseGet(() -> Week.of(clock.instant()));
    List<RenditionRow> rows = posts.in(week);
    Map<UUID, Channel> channels = views.channels(rows);
    Map<LocalDate, List<RenditionRow>> byDay =
        rows.stream().collect(Collectors.groupingBy(row -> Wita.date(row.dueAt())));
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
            channels,
            views.pauses(rows, channels),
            rows.size() >= Posts.CALENDAR_LIMIT));
  }

  /** A week of renditions. */
  public record Show(
      Week week,
      LocalDate today,
      List<Day> days,
      Map<UUID, Channel> channels,
      Map<UUID, PausedPosts.Pause> pauses,
      boolean cut) {

    /** A day and what is due on it, in order. */
    public record Day(LocalDate date, List<RenditionRow> rows) {}

    public Optional<PausedPosts.Pause> pause(RenditionRow row) {
      return Optional.ofNullable(pauses.get(row.id()));
    }

    public Optional<String> trouble(RenditionRow row) {
      return Optional.ofNullable(channels.get(row.channelId()))
          .flatMap(channel -> RenditionCard.trouble(row, channel));
    }

    public String channel(RenditionRow row) {
      return Optional.ofNullable(channels.get(row.channelId())).map(Channel::shownAs).orElse("");
    }
  }
}
