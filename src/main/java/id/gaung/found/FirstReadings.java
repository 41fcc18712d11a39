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

  private final Channels channels;

  FirstReadings(Channels channels) {
    this.channels = channels;
  }

  /**
   * @return empty if the network did not answer for them; of a single post it may tell nothing
   */
  Optional<Map<RemotePost, Map<Metric, Figure>>> of(
      Channel channel, SocialPlatform platform, List<Listing.Post> posts) {
    Map<RemotePost, Map<Metric, Figure>> figures = new HashMap<>();
    posts.forEach(one -> figures.put(one.post(), one.figures()));
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
      if (readings.values().stream().allMatch(Reading.Failed.class::isInstance)) {
        return Optional.empty();
      }
    }
    return Optional.of(figures);
  }

  /** A limit that was reached anywhere in the batch is the account's. */
  private Optional<Failure> failure(Map<RemotePost, Reading> readings) {
    return readings.values().stream().flatMap(reading -> reading.spent().stream()).findFirst();
  }
}
