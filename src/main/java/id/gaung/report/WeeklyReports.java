package id.gaung.report;

import id.gaung.audit.Audit;
import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.db.Transactions;
import id.gaung.jobs.ForEach;
import id.gaung.jobs.Job;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Ids;
import id.gaung.kernel.Page;
import id.gaung.kernel.PageRequest;
import id.gaung.kernel.Permissions;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.kernel.Week;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The weekly reports: makes them when they are due, keeps them, and makes revisions. A stored
 * version never changes; whatever is later learned about its week makes another version. Commands
 * must not be called inside a transaction.
 */
public final class WeeklyReports {

  /** With the week itself the charts show eight. */
  private static final int EARLIER_WEEKS = 7;

  private final ReportDao dao;
  private final Gathering gathering;
  private final Transactions transactions;
  private final Audit audit;
  private final Ids ids;
  private final Clock clock;

  public WeeklyReports(Foundation foundation) {
    this.dao = foundation.jdbi().onDemand(ReportDao.class);
    this.gathering = new Gathering(foundation);
    this.transactions = foundation.transactions();
    this.audit = foundation.audit();
    this.ids = foundation.ids();
    this.clock = foundation.clock();
  }

  /**
   * Makes every report that is due and missing, oldest week first, beginning with the first week in
   * which anything was published. Each is stored in a transaction of its own; calling it again
   * makes nothing twice. One that cannot be made does not keep the others from being made; it is
   * thrown at the end.
   *
   * @return what was made
   */
  public List<StoredReport> makeDue() {
    List<StoredReport> made = new ArrayList<>();
    List<RuntimeException> broken = new ArrayList<>();
    for (ReportCalendar.Due due : due()) {
      try {
        made.addAll(make(due).stream().toList());
      } catch (RuntimeException failed) {
        broken.add(failed);
      }
    }
    if (!broken.isEmpty()) {
      RuntimeException first = broken.get(0);
      broken.stream().skip(1).forEach(first::addSuppressed);
      throw first;
    }
    return List.copyOf(made);
  }

  /** Makes what is due, each report alone. */
  Job job() {
    return ForEach.of("weekly-reports", clock, this::due, this::make);
  }

  private List<ReportCalendar.Due> due() {
    Optional<Week> first = gathering.first();
    if (first.isEmpty()) {
      return List.of();
    }
    Map<String, Set<ReportState>> stored = new HashMap<>();
    dao.all()
        .forEach(
            line ->
                stored
                    .computeIfAbsent(line.week(), w -> EnumSet.noneOf(ReportState.class))
                    .add(line.state()));
    return ReportCalendar.missing(first.get(), clock.instant(), stored);
  }

  /** Empty if another node was faster. */
  private Optional<StoredReport> make(ReportCalendar.Due due) {
    int version = dao.newest(due.week().label()).map(r -> r.version() + 1).orElse(1);
    ReportDocument document = compose(due.week(), version, due.state());
    return store(Actor.system("report"), document);
  }

  /**
   * Makes a new version of a final report from what is known now, with the list of what differs.
   *
   * @throws Problem forbidden unless staff; conflict if the report is not final yet, somebody else
   *     revised it meanwhile, or nothing differs
   */
  public StoredReport revise(Actor by, Week week, ReviseReport revision) {
    Permissions.require(by, Role.STAFF);
    StoredReport newest = newest(week);
    if (newest.version() != revision.version()) {
      throw Problem.stale();
    }
    if (newest.state() == ReportState.PROVISIONAL) {
      throw Problem.conflict("report.revise.not-final");
    }
    ReportDocument now = compose(week, newest.version() + 1, ReportState.REVISED);
    List<Difference> differences = Differences.between(newest.read(), now);
    if (differences.isEmpty()) {
      throw Problem.conflict("report.revise.nothing");
    }
    return store(by, now.revised(revision.reason().strip(), differences))
        .orElseThrow(Problem::stale);
  }

  /**
   * What a revision of the newest version would be now, with the list of what differs. Stores
   * nothing.
   */
  ReportDocument revision(Week week) {
    StoredReport newest = newest(week);
    ReportDocument now = compose(week, newest.version() + 1, ReportState.REVISED);
    return now.revised("", Differences.between(newest.read(), now));
  }

  /** The weeks whose report is due and not made yet. */
  List<Week> making() {
    return due().stream().map(ReportCalendar.Due::week).toList();
  }

  Optional<Week> before(Week week) {
    return dao.weekBefore(week.label()).flatMap(Week::parse);
  }

  Optional<Week> after(Week week) {
    return dao.weekAfter(week.label()).flatMap(Week::parse);
  }

  private ReportDocument compose(Week week, int version, ReportState state) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return Composer.compose(
        new Composer.Heading(week, version, state, now, earlier(week)), gathering.of(week));
  }

  private List<Optional<ReportDocument>> earlier(Week week) {
    List<String> labels = new ArrayList<>();
    for (Week at = week.previous(); labels.size() < EARLIER_WEEKS; at = at.previous()) {
      labels.add(at.label());
    }
    Map<String, StoredReport> newest =
        dao.newestOf(labels).stream()
            .collect(Collectors.toMap(StoredReport::week, Function.identity()));
    return labels.stream()
        .map(label -> Optional.ofNullable(newest.get(label)).map(StoredReport::read))
        .toList();
  }

  private Optional<StoredReport> store(Actor by, ReportDocument document) {
    StoredReport report = StoredReport.of(ids.next(), document);
    return transactions.call(
        () -> {
          dao.lock();
          int next = dao.newest(report.week()).map(r -> r.version() + 1).orElse(1);
          if (next != report.version()) {
            return Optional.empty();
          }
          dao.insert(report);
          Change change =
              Change.of(by, "report.stored", "weekly_report", report.id())
                  .with("week", report.week())
                  .with("version", report.version())
                  .with("state", report.state())
                  .with("sha256", report.sha256());
          audit.record(document.reason().map(r -> change.with("reason", r)).orElse(change));
          return Optional.of(report);
        });
  }

  /**
   * One version of a week's report.
   *
   * @param version empty for the newest
   * @throws Problem not found if there is none
   */
  public StoredReport get(Week week, Optional<Integer> version) {
    return version
        .map(v -> dao.find(week.label(), v))
        .orElseGet(() -> dao.newest(week.label()))
        .orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND, "report.none-of-week", week.label()));
  }

  /** The stored versions with which a report was compared, the nearest week first. */
  List<ReportDocument> comparedWith(ReportDocument report) {
    List<ReportDocument> documents = new ArrayList<>();
    for (String compared : report.comparedWith()) {
      String[] parts = compared.split(" v", 2);
      dao.find(parts[0], Integer.parseInt(parts[1]))
          .map(StoredReport::read)
          .ifPresent(documents::add);
    }
    return List.copyOf(documents);
  }

  private StoredReport newest(Week week) {
    return get(week, Optional.empty());
  }

  /** All versions of a week's report, newest first. */
  public List<ReportLine> versions(Week week) {
    return dao.versions(List.of(week.label()));
  }

  /** The weeks that have reports, newest first. */
  public Page<WeekLine> page(int number) {
    PageRequest asked = PageRequest.of(number);
    List<String> weeks = dao.weeks(asked.size(), asked.offset());
    Map<String, List<ReportLine>> versions =
        dao.versions(weeks).stream().collect(Collectors.groupingBy(ReportLine::week));
    return asked.page(
        weeks.stream().map(w -> new WeekLine(w, versions.getOrDefault(w, List.of()))).toList(),
        dao.countWeeks());
  }

  /** The newest week that has a report. */
  public Optional<Week> newestWeek() {
    return dao.newestWeek().flatMap(Week::parse);
  }

  /** Where the newest week's report is read; empty while there is none. */
  public Optional<String> newestPath() {
    return newestWeek().map(week -> "/reports/" + week.label());
  }

  /** When the next report comes, if anything was published yet. */
  public Optional<Instant> nextDue() {
    return gathering.first().map(first -> nextAfter(first, clock.instant()));
  }

  private static Instant nextAfter(Week first, Instant now) {
    Week last = Week.of(now).previous();
    Week from = first.compareTo(last) > 0 ? first : last;
    Instant provisional = ReportCalendar.provisionalAt(from);
    if (provisional.isAfter(now)) {
      return provisional;
    }
    Instant finalAt = ReportCalendar.finalAt(from);
    return finalAt.isAfter(now) ? finalAt : ReportCalendar.provisionalAt(from.next());
  }

  /**
   * Whether the document still has the hash with which it was stored, and the audit log, whose rows
   * are chained, names the same one.
   */
  public boolean holds(StoredReport report) {
    boolean logged =
        audit.about("weekly_report", report.id()).stream()
            .anyMatch(event -> event.details().contains("\"sha256\":\"" + report.sha256() + '"'));
    return logged && report.actualSha256().equals(report.sha256());
  }

  /**
   * Asks for a new version of a final report.
   *
   * @param version the newest version, as the person saw it
   * @param reason why, for the document and the audit log
   */
  public record ReviseReport(int version, @NotBlank @Size(max = 500) String reason) {}
}
