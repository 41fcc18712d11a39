package id.gaung.publishing;

import id.gaung.channel.Channel;
import id.gaung.kernel.Week;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A week of renditions. */
public record CalendarPage(
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
