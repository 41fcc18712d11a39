package id.gaung;

import id.gaung.jobs.Schedule;
import java.util.List;
import java.util.stream.Stream;

/** All that comes round, of every feature. */
final class Timetable {

  private Timetable() {}

  static List<Schedule> of(Gaung gaung) {
    return Stream.of(
            gaung.identity().schedules(),
            gaung.mail().schedules(),
            gaung.media().schedules(),
            gaung.campaign().schedules(),
            gaung.collaboration().schedules(),
            gaung.channel().schedules(),
            gaung.publishing().schedules(),
            gaung.task().schedules(),
            gaung.engagement().schedules(),
            gaung.onNetworks().schedules(),
            gaung.report().schedules(),
            gaung.home().schedules())
        .flatMap(List::stream)
        .toList();
  }
}
