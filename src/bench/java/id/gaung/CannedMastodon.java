package id.gaung;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** {@code statuses} and an account's statuses; 300 calls of an account in five minutes. */
record CannedMastodon(Feed feed) implements Canned {

  @Override
  public Optional<Told> answer(Asked asked) {
    if (!asked.method().equals("GET")) {
      return Optional.empty();
    }
    if (asked.path().equals("/api/v1/statuses")) {
      ArrayNode body = Canned.object().putArray("statuses");
      asked.query().get("id[]").forEach(id -> status(body.addObject(), id));
      return Optional.of(Told.read(body));
    }
    return asked.path().matches("/api/v1/accounts/[^/]+/statuses")
        ? Optional.of(list(asked))
        : Optional.empty();
  }

  private Told list(Asked asked) {
    int from = asked.first("max_id").isEmpty() ? 0 : Feed.number(asked.first("max_id")) + 1;
    int most = Integer.parseInt(asked.first("limit"));
    ArrayNode body = Canned.object().putArray("statuses");
    feed.page(from, most)
        .forEach(
            number ->
                status(body.addObject(), Feed.id(number))
                    .put("created_at", feed.at(number).toString())
                    .put("content", "<p>Amplang " + number + "</p>")
                    .put("visibility", "public")
                    .putObject("account")
                    .put("id", asked.segment(4)));
    Map<String, String> more =
        body.size() == most
            ? Map.of("Link", "<https://practice.test/next>; rel=\"next\"")
            : Map.of();
    return new Told(Kind.LIST, body, 1, more);
  }

  private static ObjectNode status(ObjectNode status, String id) {
    return status
        .put("id", id)
        .put("favourites_count", Canned.count(id, 300))
        .put("replies_count", Canned.count(id, 30))
        .put("reblogs_count", Canned.count(id, 20))
        .put("quotes_count", 0);
  }

  @Override
  public Limit limit() {
    return new Limit(300, 300, false);
  }

  @Override
  public Map<String, String> told(int used, Instant end) {
    return Map.of(
        "X-RateLimit-Limit", "300",
        "X-RateLimit-Remaining", String.valueOf(300 - used),
        "X-RateLimit-Reset", end.toString());
  }

  @Override
  public int batch() {
    return 20;
  }

  @Override
  public int page() {
    return 40;
  }

  @Override
  public boolean endsInTime() {
    return false;
  }

  @Override
  public boolean countsInList() {
    return true;
  }
}
