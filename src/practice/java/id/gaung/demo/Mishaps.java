package id.gaung.demo;

import id.gaung.kernel.Network;
import id.gaung.kernel.Week;
import id.gaung.kernel.Wita;
import id.gaung.publishing.PublishingSwitch.TurnSwitch;
import id.gaung.publishing.RenditionState;
import id.gaung.sandbox.FaultKind;
import id.gaung.sandbox.FaultScope;
import id.gaung.sandbox.NewFault;
import id.gaung.sandbox.PracticeServer;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;

/** What goes wrong in a real office too, so that its traces can be seen. */
final class Mishaps {

  /** The networks by their number on the stage. */
  private static final int FIRST = 0;

  private static final int SECOND = 1;

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
    time.at(on(3, DayOfWeek.TUESDAY, "08:00"), () -> fault(SECOND, FaultKind.LOST_ANSWER, 1));
    // A network is out of order for a while: tried again until it is back.
    time.at(on(5, DayOfWeek.TUESDAY, "09:00"), () -> fault(FIRST, FaultKind.HTTP_500, 2));
    // The same for longer: the post comes out minutes late.
    time.at(on(8, DayOfWeek.SATURDAY, "17:30"), () -> fault(FIRST, FaultKind.HTTP_500, 3));
    time.lookAt(on(8, DayOfWeek.SATURDAY, "18:05"));
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

  private static Network network(int number) {
    return PracticeServer.networks().get(number);
  }

  private void fault(int number, FaultKind kind, int times) {
    office
        .faults()
        .switchOn(NewFault.of(network(number), kind).on(FaultScope.PUBLISHING).times(times));
  }

  /** Somebody deletes the day before's first post on the network; the readings find out. */
  private void deleteThere() {
    Week week = Week.of(on(8, DayOfWeek.TUESDAY, "00:00"));
    office.publishing().posts().in(week).stream()
        .filter(row -> row.state() == RenditionState.PUBLISHED)
        .filter(row -> row.channelId().equals(stage.channels().get(SECOND)))
        .flatMap(row -> row.remoteId().stream())
        .findFirst()
        .ifPresent(id -> office.faults().deletePost(network(SECOND), id));
  }

  private Instant on(int week, DayOfWeek day, String time) {
    return Wita.instant(
        start.monday().plusWeeks(week).plusDays(day.getValue() - 1).atTime(LocalTime.parse(time)));
  }
}
