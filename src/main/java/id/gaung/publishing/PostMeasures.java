package id.gaung.publishing;

import id.gaung.kernel.Network;
import id.gaung.platform.RateBase;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** What networks count of a post that is out, as another feature knows it. */
@FunctionalInterface
public interface PostMeasures {

  /** Knows nothing of any post. */
  PostMeasures NONE = post -> Optional.empty();

  /** What is known of a post on all its accounts; empty while nothing was read. */
  Optional<Measured> of(UUID postId);

  /** Of which of its accounts figures were deleted, as the network's terms ask: renditions. */
  default Set<UUID> deleted(UUID postId) {
    return Set.of();
  }

  /**
   * A post's figures.
   *
   * @param since when it was first out
   * @param accounts by rendition; one of which nothing was read is not among them
   * @param growth of the interactions of all accounts together, the earliest first
   * @param usual of other posts at the same ages, the youngest first; empty while there are too few
   * @param recounted since the posts it is compared with, which is why some of that is not told
   */
  record Measured(
      Instant since,
      Map<UUID, CountedPost> accounts,
      List<Point> growth,
      List<Usual> usual,
      List<Recounted> recounted) {

    public Measured {
      accounts = Map.copyOf(accounts);
      growth = List.copyOf(growth);
      usual = List.copyOf(usual);
      recounted = List.copyOf(recounted);
    }

    public Optional<Long> views() {
      return sum(accounts.values(), CountedPost::views);
    }

    public Optional<Long> interactions() {
      return sum(accounts.values(), CountedPost::interactions);
    }

    /** On how many accounts views are counted. */
    public long withViews() {
      return accounts.values().stream().filter(one -> one.views().isPresent()).count();
    }

    /** Of all accounts that have the same base, of these the first in their order. */
    public Optional<Rate> rate() {
      List<Rate> all = accounts.values().stream().flatMap(one -> one.rate().stream()).toList();
      Optional<RateBase> first = all.stream().map(Rate::by).min(Comparator.naturalOrder());
      List<Rate> alike = all.stream().filter(rate -> first.equals(Optional.of(rate.by()))).toList();
      return alike.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Rate(
                  alike.stream().mapToLong(Rate::interactions).sum(),
                  alike.stream().mapToLong(Rate::base).sum(),
                  first.orElseThrow()));
    }

    /** On how many accounts the rate rests. */
    public long withRate() {
      Optional<RateBase> by = rate().map(Rate::by);
      return accounts.values().stream()
          .filter(one -> by.isPresent() && one.rate().map(Rate::by).equals(by))
          .count();
    }

    /** The newest reading of any account. */
    public Instant readAt() {
      return accounts.values().stream()
          .map(CountedPost::readAt)
          .max(Instant::compareTo)
          .orElse(since);
    }

    /** What other posts had at the age of the newest reading. */
    public Optional<Usual> usualNow() {
      return usual.isEmpty() ? Optional.empty() : Optional.of(usual.get(usual.size() - 1));
    }

    private static Optional<Long> sum(
        Collection<CountedPost> of, Function<CountedPost, Optional<Long>> count) {
      return of.stream().flatMap(one -> count.apply(one).stream()).reduce(Long::sum);
    }
  }

  /**
   * Interactions divided by a base.
   *
   * @param base above zero
   */
  record Rate(long interactions, long base, RateBase by) {

    /** Two decimals, half up. */
    public BigDecimal percent() {
      return BigDecimal.valueOf(interactions)
          .multiply(BigDecimal.valueOf(100))
          .divide(BigDecimal.valueOf(base), 2, RoundingMode.HALF_UP);
    }
  }

  /** That a network counts otherwise since that day. */
  record Recounted(Network network, LocalDate on) {}

  /** The interactions known at an instant. */
  record Point(Instant at, long interactions) {}

  /**
   * The middle half of what earlier posts had at an age.
   *
   * @param posts how many they are
   * @param views empty if too few of them have views
   */
  record Usual(Duration age, long posts, Range interactions, Optional<Range> views) {}

  /** From the lower to the upper quartile. */
  record Range(long low, long high) {

    /** The place of a value beside it: {@code BELOW}, {@code WITHIN} or {@code ABOVE}. */
    public String place(long value) {
      return value < low ? "BELOW" : value > high ? "ABOVE" : "WITHIN";
    }
  }

  /**
   * The sum over accounts at each instant at which one was read.
   *
   * @param reads each account's readings, the earliest first
   */
  static List<Point> growth(Collection<List<Point>> reads, Duration apart) {
    List<Instant> instants =
        reads.stream().flatMap(List::stream).map(Point::at).distinct().sorted().toList();
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < instants.size(); i++) {
      Instant at = instants.get(i);
      boolean followed = i + 1 < instants.size() && instants.get(i + 1).isBefore(at.plus(apart));
      if (!followed) {
        long sum = reads.stream().mapToLong(of -> known(of, at)).sum();
        points.add(new Point(at, sum));
      }
    }
    return points;
  }

  private static long known(List<Point> reads, Instant at) {
    return reads.stream()
        .filter(point -> !point.at().isAfter(at))
        .reduce((earlier, later) -> later)
        .map(Point::interactions)
        .orElse(0L);
  }
}
