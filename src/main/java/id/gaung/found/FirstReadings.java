package id.gaung.found;

import id.gaung.channel.Accessed;
import id.gaung.channel.Channel;
import id.gaung.channel.Channels;
import id.gaung.channel.Work;
import id.gaung.platform.Failure;
import id.gaung.platform.Figure;
import id.gaung.platform.Listing;
import id.gaung.platform.Metric;
import id.gaung.platform.Reading;
import id.gaung.platform.RemotePost;
import id.gaung.platform.SocialPlatform;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is counted of posts when they are found: as the list says, else read in largest batches. */
final class FirstReadings {

  private static final Failure UNANSWERED =
      Failure.of(Failure.Kind.TRANSIENT, "no-answer", "the network did not answer");

  private final Channels channels;

  FirstReadings(Channels channels) {
    this.channels = channels;
  }

  /**
   * What was read.
   *
   * @param posts those that were asked about
   * @param figures by post; of a single one the network may tell nothing
   * @param stopped why the others were not asked about; empty if all were
   */
  record Read(
      List<Listing.Post> posts,
      Map<RemotePost, Map<Metric, Figure>> figures,
      Optional<Failure> stopped) {

    Map<Metric, Figure> figures(RemotePost post) {
      return figures.getOrDefault(post, Map.of());
    }
  }

  Read of(Channel channel, SocialPlatform platform, List<Listing.Post> posts) {
    Map<RemotePost, Map<Metric, Figure>> figures = new HashMap<>();
    posts.stream()
        .filter(one -> !one.figures().isEmpty())
        .forEach(one -> figures.put(one.post(), one.figures()));
    List<RemotePost> bare =
        posts.stream().filter(one -> one.figures().isEmpty()).map(Listing.Post::post).toList();
    int size = platform.readBatchSize();
    for (int from = 0; from < bare.size(); from += size) {
      List<RemotePost> batch = bare.subList(from, Math.min(bare.size(), from + size));
      Accessed<Map<RemotePost, Reading>> read =
          channels.withAccess(
              channel.id(), Work.READ, access -> platform.read(access, batch), this::failure);
      Map<RemotePost, Reading> readings = read.answer().orElse(Map.of());
      readings.forEach(
          (post, reading) -> {
            if (reading instanceof Reading.Measured measured) {
              figures.put(post, measured.figures());
            }
          });
      Optional<Failure> stopped = read.failure().or(() -> stopped(readings));
      if (stopped.isPresent()) {
        return new Read(
            posts.stream().filter(one -> figures.containsKey(one.post())).toList(),
            figures,
            stopped);
      }
    }
    return new Read(posts, figures, Optional.empty());
  }

  /** A limit that was reached anywhere in the batch is the account's. */
  private Optional<Failure> failure(Map<RemotePost, Reading> readings) {
    return readings.values().stream().flatMap(reading -> reading.spent().stream()).findFirst();
  }

  /**
   * Why asking on is of no use: nothing was answered at all. What is refused of posts for good
   * would be refused at every further try, and is left to whoever reads them next.
   */
  private static Optional<Failure> stopped(Map<RemotePost, Reading> readings) {
    List<Failure> failures =
        readings.values().stream()
            .filter(Reading.Failed.class::isInstance)
            .map(reading -> ((Reading.Failed) reading).failure())
            .toList();
    if (failures.size() < readings.size()) {
      return Optional.empty();
    }
    return failures.isEmpty()
        ? Optional.of(UNANSWERED)
        : failures.stream().filter(one -> one.passes() || isLost(one)).findFirst();
  }

  private static boolean isLost(Failure failure) {
    return failure.kind() == Failure.Kind.RECONNECT
        || failure.kind() == Failure.Kind.TOKEN_EXPIRED
        || failure.kind() == Failure.Kind.ACCOUNT_BLOCKED;
  }
}
