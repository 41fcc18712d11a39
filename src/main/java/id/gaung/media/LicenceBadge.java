package id.gaung.media;

import id.gaung.kernel.Tone;
import id.gaung.kernel.Wita;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How it stands with the licence of something.
 *
 * @param key of its words; empty if nobody said anything about it
 * @param lastDay on which it holds
 */
public record LicenceBadge(String key, Tone tone, String icon, Optional<LocalDate> lastDay) {

  static LicenceBadge of(MediaItem item, Instant now) {
    Optional<LocalDate> last = item.licenceUntil().map(until -> Wita.date(until.minusMillis(1)));
    if (last.isEmpty()) {
      boolean said = !item.licence().isBlank();
      return new LicenceBadge(said ? "media.licence.endless" : "", Tone.PLAIN, "check", last);
    }
    if (item.isOver(now)) {
      return new LicenceBadge("media.licence.over", Tone.BAD, "lock", last);
    }
    boolean soon = ChronoUnit.DAYS.between(Wita.date(now), last.get()) < Library.SOON.toDays();
    return new LicenceBadge(
        "media.licence.until", soon ? Tone.WAIT : Tone.GOOD, soon ? "clock" : "check", last);
  }
}
