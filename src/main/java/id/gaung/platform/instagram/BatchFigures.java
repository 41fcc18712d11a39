package id.gaung.platform.instagram;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.AccountProfile;
import id.gaung.platform.Failure;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.Presence;
import id.gaung.platform.Reading;
import id.gaung.platform.RemotePost;
import id.gaung.platform.WebAddress;
import id.gaung.platform.instagram.LoginClient.MediaReader;
import id.gaung.platform.meta.GraphApi;
import id.gaung.platform.meta.GraphBatch;
import id.gaung.platform.meta.GraphReadings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads insights of many media in a call, which Facebook Login has; those that refuse are asked
 * once more for what is left of the names, and then for the counters of the media.
 */
final class BatchFigures implements MediaReader {

  private final GraphApi api;
  private final GraphReadings readings;
  private final MediaFigures single;

  BatchFigures(GraphApi api) {
    this.api = api;
    this.readings = new GraphReadings(api, InstagramErrors::isMissing);
    this.single = new MediaFigures(api);
  }

  /**
   * A read of one media.
   *
   * @param names none for its counters
   */
  private record Ask(RemotePost post, List<String> names) {
    String path() {
      String node = GraphApi.node(post.remoteId());
      return names.isEmpty()
          ? node + "?fields=" + WebAddress.encoded(MediaFigures.COUNTERS)
          : node + "/insights?metric=" + WebAddress.encoded(String.join(",", names));
    }
  }

  @Override
  public Map<RemotePost, Reading> read(Access access, List<RemotePost> posts) {
    Map<RemotePost, Reading> readings = new LinkedHashMap<>();
    List<Ask> asks = posts.stream().map(post -> new Ask(post, InsightNames.ALL)).toList();
    Optional<Failure> spent = Optional.empty();
    while (!asks.isEmpty() && spent.isEmpty()) {
      GraphBatch batch =
          GraphBatch.ask(api, GraphApi.token(access), asks.stream().map(Ask::path).toList());
      spent = GraphReadings.spent(batch.whole());
      List<Ask> again = new ArrayList<>();
      for (int i = 0; i < asks.size(); i++) {
        Ask ask = asks.get(i);
        Reading reading = reading(ask, batch.entries().get(i));
        readings.put(ask.post(), reading);
        if (MediaFigures.isRefused(reading) && !ask.names().isEmpty()) {
          boolean first = ask.names().equals(InsightNames.ALL);
          again.add(new Ask(ask.post(), first ? MediaFigures.left(reading) : List.of()));
        }
      }
      asks = again;
    }
    if (spent.isPresent()) {
      Failure limit = spent.get();
      // What could not be asked any more is no refusal of that media.
      asks.forEach(ask -> readings.put(ask.post(), new Reading.Failed(limit)));
      readings.replaceAll((post, reading) -> reading.spending(limit));
    }
    return readings;
  }

  private Reading reading(Ask ask, HttpOutcome outcome) {
    Optional<JsonNode> good = GraphApi.good(outcome);
    if (ask.names().isEmpty() && good.isPresent()) {
      return new Reading.Measured(InsightNames.counters(good.get()));
    }
    return GraphReadings.values(outcome)
        .<Reading>map(values -> new Reading.Measured(InsightNames.figures(ask.names(), values)))
        .orElseGet(() -> readings.unread(outcome));
  }

  @Override
  public Presence presence(Access access, RemotePost post) {
    return single.presence(access, post);
  }

  @Override
  public AccountProfile profile(Access access) {
    return single.profile(access);
  }
}
