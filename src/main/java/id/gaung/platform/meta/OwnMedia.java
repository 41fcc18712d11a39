package id.gaung.platform.meta;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.ChannelPosts;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.Listing;
import id.gaung.platform.LookUp.Candidate;
import id.gaung.platform.Owners;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.RemotePost;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the account's own media, newest first, a page at a time. */
public final class OwnMedia {

  private static final int PAGE = 100;

  /** Two thousand posts; an account may publish a hundred a day. */
  private static final int PAGES = 20;

  static final int MOST = PAGES * PAGE;

  /** So many of the newest are remembered: a person may delete some of them meanwhile. */
  private static final int REMEMBERED = 10;

  /** Graph writes zones without a colon: {@code 2026-11-24T10:00:00+0000}. */
  private static final DateTimeFormatter TIMESTAMP =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XX][XXX]")
          .toFormatter();

  /**
   * A media of the account.
   *
   * @param caption its text
   * @param address as it is kept
   */
  record Media(String id, String caption, Optional<URI> address, JsonNode body) {

    RemotePost post() {
      return new RemotePost(id, address);
    }

    /** What the post may be known by; before addresses were made one, by the network's own. */
    Set<String> marks() {
      return Stream.of(id, body.path("permalink").asText(""), address.map(URI::toString).orElse(""))
          .filter(mark -> !mark.isEmpty())
          .collect(Collectors.toSet());
    }

    boolean isAt(URI other) {
      return address.filter(own -> slashed(own).equals(slashed(other))).isPresent();
    }

    private static String slashed(URI address) {
      String text = address.toString();
      return text.endsWith("/") ? text : text + "/";
    }

    Optional<Listing.Post> listed() {
      return timestamp(body.path("timestamp").asText(""))
          .map(at -> new Listing.Post(post(), at, caption(), Map.of()));
    }

    Owners.Listed listedAs() {
      return new Owners.Listed(post(), caption(), timestamp(body.path("timestamp").asText("")));
    }

    Candidate candidate() {
      return new Candidate(post(), timestamp(body.path("timestamp").asText("")), caption());
    }
  }

  /**
   * @param bounded whether it is known what stood there before; else older ones may be among them
   * @param read whether the list was obtained at all
   */
  record Since(List<Media> media, boolean bounded, boolean read) {}

  private final GraphApi api;
  private final ContainerNetwork network;

  OwnMedia(GraphApi api, ContainerNetwork network) {
    this.api = api;
    this.network = network;
  }

  /** The ids of the newest ones; empty if the network did not say. */
  Optional<List<String>> newest(Access access) {
    return GraphApi.good(api.send(request(access, REMEMBERED, "")))
        .map(body -> body.path("data"))
        .filter(JsonNode::isArray)
        .map(data -> media(data).stream().map(Media::id).toList());
  }

  /**
   * What was published since, newest first, as far as it could be read.
   *
   * @param newest what stood there before; empty if that is not known
   */
  Since since(Access access, Optional<List<String>> newest, ChannelPosts posts) {
    List<Media> since = new ArrayList<>();
    boolean known = newest.isPresent();
    String after = "";
    for (int page = 0; page < PAGES; page++) {
      Optional<JsonNode> answer = GraphApi.good(api.send(request(access, PAGE, after)));
      if (answer.isEmpty()) {
        return new Since(since, known, false);
      }
      JsonNode body = answer.get();
      List<Media> listed = media(body.path("data"));
      List<String> ids = listed.stream().map(Media::id).toList();
      Set<String> old = new HashSet<>(newest.orElse(List.of()));
      if (!ids.isEmpty() && ids.stream().noneMatch(old::contains)) {
        old.addAll(posts.outBefore(ids));
      }
      for (Media media : listed) {
        if (old.contains(media.id())) {
          return new Since(since, true, true);
        }
        since.add(media);
      }
      after = body.path("paging").path("cursors").path("after").asText("");
      if (after.isEmpty() || body.path("data").size() < PAGE) {
        return new Since(since, known, true);
      }
    }
    return new Since(since, false, true);
  }

  /** A page of them, without counts: those are asked for as of any other post. */
  Listing list(Access access, Optional<String> after) {
    HttpOutcome outcome = api.send(request(access, PAGE, after.orElse("")));
    Optional<JsonNode> body = GraphApi.good(outcome).filter(b -> b.path("data").isArray());
    if (body.isEmpty()) {
      return new Listing.Failed(api.failure(outcome));
    }
    List<Listing.Post> posts =
        media(body.get().path("data")).stream().flatMap(media -> media.listed().stream()).toList();
    // The cursor of the last page leads to itself; only "next" says that there is more.
    JsonNode paging = body.get().path("paging");
    Optional<String> next =
        Optional.of(paging.path("cursors").path("after").asText(""))
            .filter(cursor -> !cursor.isEmpty() && paging.hasNonNull("next"))
            .filter(cursor -> !after.equals(Optional.of(cursor)));
    return new Listing.Page(posts, next);
  }

  private PlatformRequest request(Access access, int limit, String after) {
    PlatformRequest request =
        api.get(GraphApi.token(access), network.account(access) + network.names().list())
            .query("fields", network.names().listFields())
            .query("limit", String.valueOf(limit));
    return after.isEmpty() ? request : request.query("after", after);
  }

  private List<Media> media(JsonNode data) {
    List<Media> media = new ArrayList<>();
    for (JsonNode one : data) {
      String id = one.path("id").asText("");
      if (!id.isEmpty()) {
        String text = one.path(network.names().text()).asText("");
        media.add(new Media(id, text, network.address(one), one));
      }
    }
    return media;
  }

  /** A time as Graph hosts write it; empty if it is none. */
  public static Optional<Instant> timestamp(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text, TIMESTAMP).toInstant());
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
