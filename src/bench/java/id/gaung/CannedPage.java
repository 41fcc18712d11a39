package id.gaung;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.gaung.web.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Batches of up to fifty reads, each of which counts, and a Page's posts since a time. */
record CannedPage(Feed feed) implements Canned {

  private static final Pattern NESTED = Pattern.compile("insights\\.metric\\(([^)]*)\\)");

  @Override
  public Optional<Told> answer(Asked asked) {
    if (asked.method().equals("POST") && asked.query().containsKey("batch")) {
      return Optional.of(batch(asked.first("batch")));
    }
    if (!asked.path().endsWith("/published_posts")) {
      return Optional.empty();
    }
    Instant since = Instant.ofEpochSecond(Long.parseLong(asked.first("since")));
    return Optional.of(
        Told.list(CannedGraph.page(feed, asked, feed.since(since), asked.segment(2) + "_")));
  }

  @Override
  public String id(String number) {
    return "ACCOUNT_" + number;
  }

  static Told batch(String reads) {
    try {
      JsonNode asked = Json.mapper().readTree(reads);
      ArrayNode answers = Canned.object().putArray("answers");
      for (JsonNode read : asked) {
        answers
            .addObject()
            .put("code", 200)
            .put("body", read(read.path("relative_url").asText()).toString());
      }
      return new Told(Kind.READ, answers, asked.size(), Map.of());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static ObjectNode read(String address) {
    String[] parts = URLDecoder.decode(address, StandardCharsets.UTF_8).split("[/?]", 3);
    String id = parts[1];
    if (parts[2].startsWith("insights?")) {
      return CannedGraph.insights(id, parts[2].substring(parts[2].indexOf('=') + 1));
    }
    ObjectNode node =
        Canned.object()
            .put("id", id)
            .put("permalink_url", "https://www.facebook.com/1/posts/" + id);
    node.putObject("shares").put("count", Canned.count(id, 20));
    node.putObject("comments").putObject("summary").put("total_count", Canned.count(id, 30));
    node.putObject("reactions").putObject("summary").put("total_count", Canned.count(id, 300));
    Matcher nested = NESTED.matcher(parts[2]);
    if (nested.find()) {
      node.set("insights", CannedGraph.insights(id, nested.group(1)));
    }
    return node;
  }

  @Override
  public Limit limit() {
    return new Limit(CannedGraph.CALLS, CannedGraph.DAY, false);
  }

  @Override
  public Map<String, String> told(int used, Instant end) {
    return CannedGraph.usage(used);
  }

  @Override
  public int batch() {
    return 50;
  }

  @Override
  public int page() {
    return 100;
  }

  @Override
  public boolean endsInTime() {
    return true;
  }

  @Override
  public boolean countsInList() {
    return false;
  }
}
