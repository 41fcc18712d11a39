package id.gaung.engagement;

import id.gaung.audit.Foundation;
import id.gaung.channel.Channel;
import id.gaung.channel.Channels;
import id.gaung.engagement.FollowerCollector.At;
import id.gaung.engagement.PostReadingsDao.Reading;
import id.gaung.kernel.Network;
import id.gaung.kernel.Wita;
import id.gaung.platform.Metric;
import id.gaung.platform.NetworkModule;
import id.gaung.publishing.CountedPost;
import id.gaung.publishing.PostMeasures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What was read of a post on all its accounts, for the post's own page. */
final class PostReadings implements PostMeasures {

  /** Readings that follow each other so fast are one: accounts are read one after the other. */
  private static final Duration TOGETHER = Duration.ofMinutes(10);

  /** Earlier posts are compared with, of so long ago and so many. */
  private static final Duration COMPARED = Duration.ofDays(56);

  private static final int MOST_COMPARED = 30;

  /** Of fewer posts nothing is usual. */
  private static final long FEWEST = 4;

  /** At these shares of its age it is compared; people come early, so the first are close. */
  private static final List<Double> AGES = List.of(0.02, 0.06, 0.12, 0.25, 0.5, 0.75, 1.0);

  private final PostReadingsDao dao;
  private final Channels channels;
  private final FollowerCollector followers;
  private final CountChanges changes;
  private final Clock clock;

  PostReadings(
      Foundation foundation, Channels channels, FollowerCollector followers, CountChanges changes) {
    this.changes = changes;
    this.dao = foundation.jdbi().onDemand(PostReadingsDao.class);
    this.channels = channels;
    this.followers = followers;
    this.clock = foundation.clock();
  }

  @Override
  public Optional<Measured> of(UUID postId) {
    List<Reading> readings = dao.readings(postId);
    if (readings.isEmpty()) {
      return Optional.empty();
    }
    Map<UUID, Channel> known =
        channels.find(readings.stream().map(Reading::channelId).distinct().toList());
    Map<UUID, List<Reading>> byRendition =
        readings.stream()
            .collect(
                Collectors.groupingBy(
                    Reading::renditionId, LinkedHashMap::new, Collectors.toList()));
    Map<UUID, Long> near =
        followers.near(
            byRendition.values().stream()
                .map(of -> of.get(0))
                .map(read -> new At(read.renditionId(), read.channelId(), read.publishedAt()))
                .toList());
    Map<UUID, CountedPost> accounts = new HashMap<>();
    List<List<Point>> growths = new ArrayList<>();
    byRendition.forEach(
        (id, of) ->
            Optional.ofNullable(known.get(of.get(0).channelId()))
                .map(Channel::network)
                .ifPresent(
                    network -> {
                      accounts.put(id, counted(network, of, Optional.ofNullable(near.get(id))));
                      growths.add(growth(network, of));
                    }));
    Instant since =
        readings.stream().map(Reading::publishedAt).min(Instant::compareTo).orElseThrow();
    List<Point> growth = known(PostMeasures.growth(growths, TOGETHER), readings, deleted(postId));
    List<CountChange> over =
        known.values().stream()
            .map(Channel::network)
            .distinct()
            .flatMap(network -> over(network, since).stream())
            .toList();
    return Optional.of(
        new Measured(
            since,
            accounts,
            growth,
            comparable(usual(postId, since, growth), over),
            over.stream().map(one -> new Recounted(one.network(), one.changedOn())).toList()));
  }

  /** How a network's counting changed since the first of the posts that are compared. */
  private List<CountChange> over(Network network, Instant since) {
    Set<Metric> compared = EnumSet.of(Metric.VIEWS);
    compared.addAll(NetworkModule.counts(network).engagements());
    return changes
        .between(network, Wita.date(since.minus(COMPARED)), Wita.date(clock.instant()))
        .stream()
        .filter(change -> change.touches(compared))
        .toList();
  }

  /** Figures from before a change of counting and from after it are not compared. */
  private static List<Usual> comparable(List<Usual> usual, List<CountChange> over) {
    boolean interactions =
        over.stream()
            .anyMatch(
                change -> change.touches(NetworkModule.counts(change.network()).engagements()));
    if (interactions) {
      return List.of();
    }
    return over.isEmpty()
        ? usual
        : usual.stream()
            .map(u -> new Usual(u.age(), u.posts(), u.interactions(), Optional.empty()))
            .toList();
  }

  @Override
  public Set<UUID> deleted(UUID postId) {
    return dao.deleted(postId);
  }

  /** Before what is left of an account's readings, it would be missing in the sum. */
  private static List<Point> known(List<Point> growth, List<Reading> readings, Set<UUID> deleted) {
    Optional<Instant> from =
        deleted.stream()
            .flatMap(
                id ->
                    readings.stream()
                        .filter(read -> read.renditionId().equals(id))
                        .map(Reading::observedAt)
                        .min(Instant::compareTo)
                        .stream())
            .max(Instant::compareTo);
    return growth.stream().filter(point -> from.filter(point.at()::isBefore).isEmpty()).toList();
  }

  private static CountedPost counted(
      Network network, List<Reading> readings, Optional<Long> followers) {
    Map<Metric, Long> counts = new EnumMap<>(Metric.class);
    readings.forEach(reading -> counts.put(reading.metric(), reading.value()));
    PostFigures figures =
        new PostFigures(NetworkModule.counts(network).engagements(), counts, OptionalLong.empty());
    return new CountedPost(
        boxed(figures.count(Metric.VIEWS)),
        boxed(figures.count(Metric.REACH)),
        boxed(figures.engagements()),
        followers,
        NetworkModule.counts(network).bases(),
        readings.get(readings.size() - 1).observedAt());
  }

  /** The interactions each time that all that make them up were known. */
  private static List<Point> growth(Network network, List<Reading> readings) {
    Map<Metric, Long> counts = new EnumMap<>(Metric.class);
    Map<Instant, Long> sums = new LinkedHashMap<>();
    for (Reading reading : readings) {
      counts.put(reading.metric(), reading.value());
      new PostFigures(NetworkModule.counts(network).engagements(), counts, OptionalLong.empty())
          .engagements()
          .ifPresent(sum -> sums.put(reading.observedAt(), sum));
    }
    return sums.entrySet().stream().map(e -> new Point(e.getKey(), e.getValue())).toList();
  }

  private List<Usual> usual(UUID postId, Instant since, List<Point> growth) {
    if (growth.isEmpty()) {
      return List.of();
    }
    long age = Duration.between(since, growth.get(growth.size() - 1).at()).toSeconds();
    List<Long> ages =
        AGES.stream()
            .map(share -> Math.round(share * age))
            .filter(at -> at > 0)
            .distinct()
            .toList();
    List<UUID> channelIds = new ArrayList<>();
    List<String> metrics = new ArrayList<>();
    for (Channel channel : channels.all()) {
      Set<Metric> counted = EnumSet.of(Metric.VIEWS);
      counted.addAll(NetworkModule.counts(channel.network()).engagements());
      for (Metric metric : counted) {
        channelIds.add(channel.id());
        metrics.add(metric.name());
      }
    }
    return dao
        .usual(
            postId,
            since.minus(COMPARED),
            since,
            clock.instant(),
            ages,
            channelIds,
            metrics,
            MOST_COMPARED)
        .stream()
        .filter(row -> row.posts() >= FEWEST)
        .map(PostReadingsDao.UsualRow::toUsual)
        .toList();
  }

  private static Optional<Long> boxed(OptionalLong value) {
    return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
  }
}
