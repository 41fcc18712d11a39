package id.gaung.demo;

import id.gaung.kernel.Week;
import id.gaung.kernel.Wita;
import id.gaung.sandbox.FaultKind;
import id.gaung.sandbox.FaultScope;
import id.gaung.sandbox.NewFault;
import id.gaung.sandbox.PracticeNetwork;
import java.time.LocalDate;

/** What goes wrong in a real office too, so that its traces can be seen. */
final class Mishaps {

  private final DemoOffice office;
  private final StoryTime time;
  private final Week start;

  Mishaps(DemoOffice office, StoryTime time, Week start) {
    this.office = office;
    this.time = time;
    this.start = start;
  }

  void tell() {
    LocalDate third = start.monday().plusWeeks(3);
    // A network accepts a post and its answer is lost: looked up and found, not sent twice.
    time.at(
        Wita.instant(third.plusDays(1).atTime(8, 0)),
        () ->
            office
                .faults()
                .switchOn(
                    NewFault.of(PracticeNetwork.MASTODON, FaultKind.LOST_ANSWER)
                        .on(FaultScope.PUBLISHING)
                        .times(1)));
    // A network is out of order for a while: tried again until it is back.
    time.at(
        Wita.instant(start.monday().plusWeeks(5).plusDays(1).atTime(9, 0)),
        () ->
            office
                .faults()
                .switchOn(
                    NewFault.of(PracticeNetwork.BLUESKY, FaultKind.HTTP_500)
                        .on(FaultScope.PUBLISHING)
                        .times(2)));
  }
}
