package id.gaung;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;

/**
 * What each account has published: post number 0 is the newest.
 *
 * @param posts how many there are
 * @param apart between two of them
 */
record Feed(int posts, Instant newest, Duration apart) {

  private static final long IDS = 700_000_000_000L;

  static final Feed NOTHING = new Feed(0, Instant.EPOCH, Duration.ZERO);

  Instant at(int number) {
    return newest.minus(apart.multipliedBy(number));
  }

  /** Those of a page, beginning with a number. */
  IntStream page(int from, int most) {
    return IntStream.range(Math.min(from, posts), Math.min(posts, from + most));
  }

  /** How many are no older. */
  int since(Instant oldest) {
    return (int) IntStream.range(0, posts).filter(i -> !at(i).isBefore(oldest)).count();
  }

  /** A number that grows with time, as networks give them. */
  static String id(int number) {
    return Long.toString(IDS - number);
  }

  static int number(String id) {
    return (int) (IDS - Long.parseLong(id));
  }
}
