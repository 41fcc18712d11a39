package id.gaung.home;

import id.gaung.kernel.Role;
import id.gaung.kernel.Week;
import id.gaung.kernel.Wita;
import id.gaung.mail.MailViews.Waiting;
import id.gaung.publishing.PostSlots.Slot;
import id.gaung.report.StoredReport;
import id.gaung.web.Viewer;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Puts together what each person sees first, from the cards of their roles. */
final class FirstPages {

  /** As many are shown here; all of them have a page of their own. */
  static final int MESSAGES = 5;

  private static final Set<Role> REPORT_READERS =
      Set.of(Role.STAFF, Role.APPROVER, Role.OBSERVER, Role.ADMIN);

  private static final Set<Role> CALENDAR_READERS = Set.of(Role.STAFF, Role.APPROVER);

  private final List<RoleCards> roles;
  private final Supplier<Optional<Week>> newestReport;
  private final Function<Week, Optional<StoredReport>> reports;
  private final Function<Week, List<Slot>> posts;
  private final Standing standing;
  private final Clock clock;
  private Function<Viewer, List<Waiting>> messages = viewer -> List.of();

  /**
   * @param reports the newest version of a week's report
   * @param posts what is due in a week
   */
  FirstPages(
      List<RoleCards> roles,
      Supplier<Optional<Week>> newestReport,
      Function<Week, Optional<StoredReport>> reports,
      Function<Week, List<Slot>> posts,
      Standing standing,
      Clock clock) {
    this.roles = List.copyOf(roles);
    this.newestReport = newestReport;
    this.reports = reports;
    this.posts = posts;
    this.standing = standing;
    this.clock = clock;
  }

  /** Who knows which messages wait to be passed on; called while wiring. */
  void messagesFrom(Function<Viewer, List<Waiting>> waiting) {
    messages = waiting;
  }

  /** Where those begin who have one thing to read or to do: the newest report, their own work. */
  Optional<URI> instead(Viewer viewer) {
    if (viewer.roles().equals(Set.of(Role.CREATOR))) {
      return Optional.of(URI.create("/me"));
    }
    return viewer.roles().equals(Set.of(Role.OBSERVER))
        ? newestReport.get().map(week -> URI.create("/reports/" + week.label()))
        : Optional.empty();
  }

  HomePages.Show of(Viewer viewer) {
    // What two roles of one person share is shown once.
    Map<String, Card> cards = new LinkedHashMap<>();
    roles.stream()
        .filter(role -> viewer.is(role.role()))
        .flatMap(role -> role.of(viewer))
        .flatMap(Optional::stream)
        .forEach(card -> cards.putIfAbsent(card.key(), card));
    Optional<Week> newest = newestReport.get();
    boolean decides = viewer.is(Role.APPROVER) && !viewer.is(Role.STAFF);
    Standing.Now now = standing.now(viewer);
    boolean readsReports = viewer.roles().stream().anyMatch(REPORT_READERS::contains);
    return new HomePages.Show(
        viewer.getName(),
        decides,
        of(cards, Card.Whose.READER),
        messages.apply(viewer),
        of(cards, Card.Whose.OTHERS),
        of(cards, Card.Whose.NOBODY),
        readsReports,
        readsReports ? newest : Optional.empty(),
        readsReports ? newest.flatMap(reports) : Optional.empty(),
        NextStep.of(viewer),
        day(viewer),
        viewer.is(Role.STAFF),
        now.running(),
        decides ? now.together() : Optional.empty(),
        standing.firstSteps(viewer));
  }

  private HomePages.Day day(Viewer viewer) {
    LocalDateTime now = Wita.dateTime(clock.instant());
    LocalDate today = now.toLocalDate();
    if (viewer.roles().stream().noneMatch(CALENDAR_READERS::contains)) {
      return new HomePages.Day(today, now.getHour(), List.of(), List.of(), List.of());
    }
    Week week = Week.of(today);
    List<Slot> due = posts.apply(week);
    Map<LocalDate, List<Slot>> byDay =
        due.stream().collect(Collectors.groupingBy(slot -> Wita.date(slot.at())));
    List<Slot> ofToday = byDay.getOrDefault(today, List.of());
    return new HomePages.Day(
        today,
        now.getHour(),
        IntStream.range(0, 7)
            .mapToObj(week.monday()::plusDays)
            .map(date -> new HomePages.Day.Due(date, byDay.getOrDefault(date, List.of()).size()))
            .toList(),
        ofToday,
        due);
  }

  private static List<Card> of(Map<String, Card> cards, Card.Whose whose) {
    return cards.values().stream().filter(card -> card.whose() == whose).toList();
  }
}
