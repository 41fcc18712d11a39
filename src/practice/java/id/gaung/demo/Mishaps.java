package id.gaung.demo;

import id.gaung.kernel.Network;
import id.gaung.kernel.Week;
import id.gaung.kernel.Wita;
import id.gaung.platform.NetworkModule;
import id.gaung.publishing.PublishingSwitch.TurnSwitch;
import id.gaung.publishing.RenditionRow;
import id.gaung.publishing.RenditionState;
import id.gaung.sandbox.FaultKind;
import id.gaung.sandbox.FaultScope;
import id.gaung.sandbox.NewFault;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What goes wrong in a real office too, so that its traces can be seen. */
final class Mishaps {

  /** So long after a post's time it is looked whether it is out by now. */
  private static final List<Integer> MINUTES = List.of(3, 5, 8, 12, 17, 25, 40);

  private final DemoOffice office;
  private final DemoActors people;
  private final DemoStage stage;
  private final StoryTime time;
  private final Week start;

  Mishaps(DemoOffice office, DemoActors people, DemoStage stage, StoryTime time, Week start) {
    this.office = office;
    this.people = people;
    this.stage = stage;
    this.time = time;
    this.start = start;
  }

  void tell() {
    // A network accepts a post and its answer is lost: looked up and found, not sent twice.
    time.at(on(3, DayOfWeek.TUESDAY, "08:00"), () -> fault(FaultKind.LOST_ANSWER, 1));
    // A network is out of order for a while: tried again until it is back.
    time.at(on(5, DayOfWeek.TUESDAY, "09:00"), () -> fault(FaultKind.HTTP_500, 2));
    // The same for longer: the post comes out minutes late.
    time.at(on(8, DayOfWeek.SATURDAY, "17:30"), () -> fault(FaultKind.HTTP_500, 3));
    // Everything is stopped for longer than the grace: what was due meanwhile is missed.
    time.at(
        on(8, DayOfWeek.THURSDAY, "10:30"),
        () ->
            office
                .publishing()
                .control()
                .stop(people.staff(), new TurnSwitch("Akun kota sedang diperiksa.")));
    time.at(
        on(8, DayOfWeek.THURSDAY, "13:10"),
        () ->
            office
                .publishing()
                .control()
                .start(people.staff(), new TurnSwitch("Pemeriksaan selesai.")));
    time.at(on(8, DayOfWeek.WEDNESDAY, "10:00"), this::deleteThere);
  }

  /**
   * On the network of the post that goes out next, of those that are read: elsewhere nobody but a
   * person finds a lost answer. Of several at once the first network's, whenever it is told.
   */
  private void fault(FaultKind kind, int times) {
    Instant now = time.now();
    office.publishing().posts().in(Week.of(now)).stream()
        .filter(row -> row.state() == RenditionState.SCHEDULED && row.dueAt().isAfter(now))
        .filter(row -> account(row.channelId()).filter(Mishaps::isRead).isPresent())
        .min(
            Comparator.comparing(RenditionRow::dueAt)
                .thenComparing(row -> account(row.channelId()).orElseThrow().network()))
        .ifPresent(
            row -> {
              Network network = account(row.channelId()).orElseThrow().network();
              office
                  .faults()
                  .switchOn(NewFault.of(network, kind).on(FaultScope.PUBLISHING).times(times));
              MINUTES.forEach(more -> time.lookAt(row.dueAt().plus(Duration.ofMinutes(more))));
            });
  }

  private Optional<DemoAccount> account(UUID id) {
    return stage.accounts().automatic().stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** Somebody deletes the day before's first post on the network; the readings find out. */
  private void deleteThere() {
    Week week = Week.of(on(8, DayOfWeek.TUESDAY, "00:00"));
    office.publishing().posts().in(week).stream()
        .filter(row -> row.state() == RenditionState.PUBLISHED)
        .filter(row -> account(row.channelId()).filter(Mishaps::isRead).isPresent())
        .findFirst()
        .ifPresent(
            row ->
                office
                    .faults()
                    .deletePost(
                        account(row.channelId()).orElseThrow().network(),
                        row.remoteId().orElseThrow()));
  }

  static boolean isRead(DemoAccount account) {
    return !NetworkModule.counts(account.network()).offered().isEmpty();
  }

  private Instant on(int week, DayOfWeek day, String time) {
    return Wita.instant(
        start.monday().plusWeeks(week).plusDays(day.getValue() - 1).atTime(LocalTime.parse(time)));
  }
}
