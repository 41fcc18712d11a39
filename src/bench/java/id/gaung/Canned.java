package id.gaung;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.gaung.kernel.Network;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a network answers to whoever reads posts: made from the question alone, at no cost. Whatever
 * posts are asked for stand, and an account's list is its feed.
 */
interface Canned {

  /** What a call is for. */
  enum Kind {
    /** Counts of posts. */
    READ,
    /** A page of an account's list. */
    LIST,
    /** Everything else: signing in, followers, renewing tokens. */
    OTHER
  }

  /**
   * A question.
   *
   * @param query of the address and, where it is a form, of the body
   */
  record Asked(String method, String path, Map<String, List<String>> query, byte[] body) {

    String first(String name) {
      return query.getOrDefault(name, List.of("")).get(0);
    }

    /** The ids in a field with commas. */
    List<String> ids(String name) {
      return Arrays.asList(first(name).split(",", -1));
    }

    String segment(int number) {
      return path.split("/", -1)[number];
    }
  }

  /**
   * An answer.
   *
   * @param weight as how many calls its network counts it
   */
  record Told(Kind kind, JsonNode body, int weight, Map<String, String> headers) {

    static Told read(JsonNode body) {
      return new Told(Kind.READ, body, 1, Map.of());
    }

    static Told list(JsonNode body) {
      return new Told(Kind.LIST, body, 1, Map.of());
    }
  }

  /** Empty for what is no reading of posts. */
  Optional<Told> answer(Asked asked);

  /**
   * What the network publishes as its limit of calls.
   *
   * @param ofApp whether all accounts share it
   */
  record Limit(int calls, int seconds, boolean ofApp) {}

  Limit limit();

  /** How its answers tell of the limit; none where it tells nothing before it is reached. */
  Map<String, String> told(int used, Instant end);

  /** How many posts one call reads. */
  int batch();

  /** How many posts a page of the list holds. */
  int page();

  /** Whether the list can be asked to end at a time. */
  boolean endsInTime();

  /** Whether what the list says of its posts is all that is to be read of them first. */
  boolean countsInList();

  /**
   * A post as the network knows it.
   *
   * @param number of digits alone
   * @return in which ACCOUNT stands for the account's own id
   */
  default String id(String number) {
    return number;
  }

  /** The one of a network; empty where nobody has written one yet. */
  static Optional<Canned> of(Network network, Feed feed) {
    Map<String, Function<Feed, Canned>> known =
        Map.of(
            "BLUESKY", CannedBluesky::new,
            "MASTODON", CannedMastodon::new,
            "INSTAGRAM", given -> new CannedGraph(given, "/media", 50),
            "THREADS", given -> new CannedGraph(given, "/threads", 1),
            "FACEBOOK", CannedPage::new,
            "YOUTUBE", CannedYouTube::new,
            "X", CannedX::new,
            "TIKTOK", CannedTikTok::new,
            "LINKEDIN", CannedLinkedIn::new);
    return Optional.ofNullable(known.get(network.name())).map(make -> make.apply(feed));
  }

  /** A count that differs from post to post. */
  static long count(String id, int most) {
    return Math.floorMod(id.hashCode(), most);
  }

  static ObjectNode object() {
    return id.gaung.web.Json.mapper().createObjectNode();
  }
}
