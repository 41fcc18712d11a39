package id.gaung.platform.meta;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.Figure;
import id.gaung.platform.Figure.Gap;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.Presence;
import id.gaung.platform.Reading;
import id.gaung.platform.RemotePost;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Reads posts one call after the other, where a host knows no batch. */
public final class GraphReadings {

  private static final Duration UNKNOWN_BLOCK = Duration.ofMinutes(15);

  private final GraphApi api;
  private final Predicate<GraphError> missing;

  /**
   * @param missing which errors say that an object is not there
   */
  public GraphReadings(GraphApi api, Predicate<GraphError> missing) {
    this.api = api;
    this.missing = missing;
  }

  /**
   * What one post gave.
   *
   * @param outcome of the last call
   */
  public record Read(Reading reading, HttpOutcome outcome) {}

  /** Stops where going on would be in vain or do harm; the rest fails for the same reason. */
  public static Map<RemotePost, Reading> read(
      List<RemotePost> posts, Function<RemotePost, Read> reader) {
    Map<RemotePost, Reading> readings = new LinkedHashMap<>();
    Optional<Failure> stop = Optional.empty();
    for (RemotePost post : posts) {
      if (stop.isPresent()) {
        readings.put(post, new Reading.Failed(stop.get()));
        continue;
      }
      Read read = reader.apply(post);
      Reading reading = spent(read.outcome()).map(read.reading()::spending).orElse(read.reading());
      readings.put(post, reading);
      stop = stop(read.outcome(), reading);
    }
    return readings;
  }

  /** Why asking for further posts would be in vain or do harm. */
  private static Optional<Failure> stop(HttpOutcome outcome, Reading reading) {
    if (reading instanceof Reading.Failed failed) {
      Kind kind = failed.failure().kind();
      boolean forAll = kind == Kind.RECONNECT || !(outcome instanceof Answered);
      return forAll ? Optional.of(failed.failure()) : failed.spent();
    }
    return reading.spent();
  }

  /** The limit that the headers of an answer tell of, which may be a good one. */
  public static Optional<Failure> spent(HttpOutcome outcome) {
    Usage usage = GraphApi.usage(outcome);
    return usage.isSpent()
        ? Optional.of(
            Failure.rateLimited(
                "USAGE",
                "the budget of calls is " + usage.percent() + " % used",
                usage.regain().orElse(UNKNOWN_BLOCK)))
        : Optional.empty();
  }

  /**
   * Asks for a post's insights.
   *
   * @param metrics by commas
   */
  public HttpOutcome insights(Access access, RemotePost post, String metrics) {
    return api.send(
        api.get(GraphApi.token(access), GraphApi.node(post.remoteId()) + "/insights")
            .query("metric", metrics));
  }

  /** The values of insights by their names; empty where the answer is none of insights. */
  public static Optional<Map<String, JsonNode>> values(HttpOutcome outcome) {
    Optional<JsonNode> data =
        GraphApi.good(outcome).map(body -> body.path("data")).filter(JsonNode::isArray);
    return data.map(
        list -> {
          Map<String, JsonNode> values = new LinkedHashMap<>();
          for (JsonNode insight : list) {
            JsonNode first = insight.path("values").path(0).path("value");
            values.put(
                insight.path("name").asText(""),
                first.isMissingNode() ? insight.path("total_value").path("value") : first);
          }
          return values;
        });
  }

  /** A post that could not be read: it is not there, or why not. */
  public Reading unread(HttpOutcome outcome) {
    return GraphApi.error(outcome).filter(missing).isPresent()
        ? new Reading.Absent()
        : new Reading.Failed(api.failure(outcome));
  }

  /**
   * "Missing" also means no permission, and on a fresh media nothing at all; so it counts as gone
   * only while the account itself answers.
   *
   * @param account its path
   */
  public Presence presence(Access access, RemotePost post, String account) {
    String token = GraphApi.token(access);
    HttpOutcome outcome = api.fields(token, GraphApi.node(post.remoteId()), "id");
    if (GraphApi.id(outcome).isPresent()) {
      return Presence.PRESENT;
    }
    boolean gone = GraphApi.error(outcome).filter(missing).isPresent();
    return gone && GraphApi.good(api.fields(token, account, "id")).isPresent()
        ? Presence.GONE
        : Presence.UNKNOWN;
  }

  /**
   * A count of the account itself.
   *
   * @param count as it stands in the answer, or the missing node
   */
  public Figure ofAccount(HttpOutcome outcome, JsonNode count) {
    if (!count.isMissingNode()) {
      return Figure.counted(count, Gap.NOT_YET);
    }
    Kind kind = api.failure(outcome).kind();
    boolean refused = kind == Kind.PERMISSION || kind == Kind.RECONNECT || kind == Kind.REJECTED;
    return Figure.missing(GraphApi.good(outcome).isEmpty() && refused ? Gap.REFUSED : Gap.NOT_YET);
  }
}
