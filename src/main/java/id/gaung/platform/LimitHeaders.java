package id.gaung.platform;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the headers of an answer say about limits, however a server writes them. Whatever makes no
 * sense says nothing: a text, a limit of nothing, more left than there is.
 *
 * @param now by our clock
 */
public record LimitHeaders(HttpOutcome.Answered answer, Instant now) {

  /** What is below is a number of seconds from now; three years. */
  private static final BigDecimal SECONDS = BigDecimal.valueOf(100_000_000L);

  /** What is above is milliseconds since 1970; as seconds, the year 5138. */
  private static final BigDecimal MILLIS = BigDecimal.valueOf(100_000_000_000L);

  private static final BigDecimal MICROS = BigDecimal.valueOf(100_000_000_000_000L);

  private static final Pattern WINDOW = Pattern.compile(";\\s*w(?:indow)?=(\\d{1,8})");

  /**
   * A limit in three headers, {@code PREFIX-Limit}, {@code -Remaining} and {@code -Reset}.
   *
   * @return empty if they are not all there, or make no sense
   */
  public Optional<ToldLimit> told(NetworkQuota.Of of, String prefix) {
    Optional<Long> most = number(prefix + "-Limit").filter(limit -> limit > 0);
    Optional<Long> left = number(prefix + "-Remaining");
    if (most.isEmpty() || left.isEmpty() || left.get() > most.get()) {
      return Optional.empty();
    }
    Optional<Duration> window = window(prefix);
    Optional<Instant> until =
        wait(prefix + "-Reset")
            .map(wait -> window.filter(w -> w.compareTo(wait) < 0).orElse(wait))
            .map(now::plus);
    return Optional.of(
        ToldLimit.counted(of, most.get(), most.get() - Math.max(0, left.get()), until));
  }

  /** How long one window is, where {@code PREFIX-Policy} says so. */
  public Optional<Duration> window(String prefix) {
    return answer
        .header(prefix + "-Policy")
        .map(WINDOW::matcher)
        .filter(Matcher::find)
        .map(found -> Duration.ofSeconds(Long.parseLong(found.group(1))));
  }

  /** How long a header asks to wait; zero if that is over, empty if it says nothing. */
  public Optional<Duration> wait(String header) {
    return answer.header(header).flatMap(text -> wait(text, answer.header("Date"), now));
  }

  /**
   * A wait in any of the ways in which servers write one: seconds, with decimals too; seconds or
   * milliseconds since 1970; ISO 8601, without a zone in UTC; a date as in {@code Date}.
   *
   * @param date when the server answered, by its own clock, which may be wrong
   * @param now by ours
   */
  public static Optional<Duration> wait(String text, Optional<String> date, Instant now) {
    String value = text.strip();
    Instant sent = date.flatMap(LimitHeaders::instant).orElse(now);
    if (!value.matches("-?\\d{1,18}(\\.\\d{1,9})?")) {
      return instant(value).map(at -> notNegative(Duration.between(sent, at)));
    }
    BigDecimal number = new BigDecimal(value);
    if (number.compareTo(SECONDS) < 0) {
      long seconds = number.setScale(0, RoundingMode.CEILING).longValueExact();
      return Optional.of(notNegative(Duration.ofSeconds(seconds)));
    }
    if (number.compareTo(MICROS) >= 0) {
      return Optional.empty();
    }
    Instant at =
        number.compareTo(MILLIS) < 0
            ? Instant.ofEpochSecond(number.longValue())
            : Instant.ofEpochMilli(number.longValue());
    return Optional.of(notNegative(Duration.between(sent, at)));
  }

  private static Optional<Instant> instant(String text) {
    try {
      if (text.contains(",")) {
        return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
      }
      return Optional.of(
          text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$")
              ? OffsetDateTime.parse(text).toInstant()
              : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  private static Duration notNegative(Duration wait) {
    return wait.isNegative() ? Duration.ZERO : wait;
  }

  /** The first number, since some add the policy: {@code 100, 100;w=60}. */
  private Optional<Long> number(String header) {
    return answer
        .header(header)
        .map(text -> text.replaceFirst("[,;].*", "").strip())
        .filter(text -> text.matches("-?\\d{1,15}"))
        .map(Long::valueOf);
  }
}
