package id.gaung.platform.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Failure;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.PlatformHttp;
import java.net.URI;
import java.util.Optional;

/** Reads single records from the account's own server, where no index lags behind. */
final class BlueskyRecords {

  /** What lies at a record key. */
  sealed interface Stored {
    /**
     * @param cid what names its content; empty if the server did not say
     */
    record Present(String uri, String cid, JsonNode value) implements Stored {}

    record Nothing() implements Stored {}

    /**
     * @param failure why nothing is known
     */
    record Unclear(Failure failure) implements Stored {}
  }

  private final PlatformHttp http;
  private final BlueskyFailures failures;

  BlueskyRecords(PlatformHttp http, BlueskyFailures failures) {
    this.http = http;
    this.failures = failures;
  }

  Stored get(URI server, String repo, String collection, String rkey) {
    HttpOutcome outcome =
        http.send(
            Xrpc.query(server, "com.atproto.repo.getRecord")
                .query("repo", repo)
                .query("collection", collection)
                .query("rkey", rkey));
    Optional<Stored> known =
        outcome.match(BlueskyRecords::known, n -> Optional.empty(), u -> Optional.empty());
    return known.orElseGet(() -> new Stored.Unclear(failures.of(outcome)));
  }

  private static Optional<Stored> known(Answered answer) {
    if (answer.status() == 400 && Xrpc.error(answer).filter("RecordNotFound"::equals).isPresent()) {
      return Optional.of(new Stored.Nothing());
    }
    Optional<JsonNode> found = Xrpc.success(answer).filter(json -> json.path("value").isObject());
    return found.flatMap(
        json ->
            AnswerJson.text(json, "uri")
                .map(
                    uri ->
                        new Stored.Present(uri, json.path("cid").asText(""), json.path("value"))));
  }
}
