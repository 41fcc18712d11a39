package id.gaung.platform.instagram;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.Account;
import id.gaung.platform.AccountProfile;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.Figure;
import id.gaung.platform.Figure.Gap;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.Metric;
import id.gaung.platform.Presence;
import id.gaung.platform.Reading;
import id.gaung.platform.RemotePost;
import id.gaung.platform.instagram.LoginClient.MediaReader;
import id.gaung.platform.meta.GraphApi;
import id.gaung.platform.meta.GraphReadings;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Business Discovery: what an account of the office that was connected by its Page may read of any
 * other professional account, by its name: followers, and of its posts likes and comments.
 */
final class Discovery implements MediaReader {

  /** In the traits of an account that is looked at: by which account of the office. */
  private static final String THROUGH = "through";

  private final GraphApi api;
  private final DiscoveredMedia media;

  Discovery(GraphApi api) {
    this.api = api;
    this.media = new DiscoveredMedia(api);
  }

  /** As {@link id.gaung.platform.SocialPlatform#through}. */
  static Optional<Access> through(Account of, Access office) {
    return LoginKind.of(office.account()) == LoginKind.PAGE && !isOne(office)
        ? Optional.of(
            new Access(
                new Account(
                    of.network(),
                    of.server(),
                    of.remoteId(),
                    of.handle(),
                    Map.of(THROUGH, office.account().remoteId())),
                office.credentials()))
        : Optional.empty();
  }

  static boolean isOne(Access access) {
    return access.account().traits().containsKey(THROUGH);
  }

  /** The path of the account that looks. */
  static String office(Access access) {
    return GraphApi.node(access.account().traits().getOrDefault(THROUGH, ""));
  }

  @Override
  public Map<RemotePost, Reading> read(Access access, List<RemotePost> posts) {
    Map<String, JsonNode> found = new HashMap<>();
    Optional<HttpOutcome> last =
        media.find(access, posts.stream().map(RemotePost::remoteId).toList(), found);
    Optional<Failure> spent = last.flatMap(GraphReadings::spent);
    Optional<Failure> failure =
        last.filter(outcome -> GraphApi.good(outcome).isEmpty()).map(this::failure);
    Map<RemotePost, Reading> readings = new LinkedHashMap<>();
    for (RemotePost post : posts) {
      JsonNode one = found.get(post.remoteId());
      Reading reading =
          one == null
              ? failure.<Reading>map(Reading.Failed::new).orElseGet(Reading.Absent::new)
              : new Reading.Measured(figures(one));
      readings.put(post, spent.map(reading::spending).orElse(reading));
    }
    return readings;
  }

  /**
   * That the account looked at is not shown says nothing of the login that looks, and that an
   * account is gone nothing of its posts.
   */
  private Failure failure(HttpOutcome outcome) {
    return GraphApi.error(outcome).filter(InstagramErrors::isNoSuchUser).isPresent()
        ? Failure.of(Kind.PERMISSION, "NOT_DISCOVERED", api.failure(outcome).detail())
        : api.failure(outcome);
  }

  private static Map<Metric, Figure> figures(JsonNode one) {
    Map<Metric, Figure> figures = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      figures.put(metric, Figure.missing(Gap.NOT_OFFERED));
    }
    figures.put(Metric.LIKES, Figure.counted(one.path("like_count"), Gap.HIDDEN));
    figures.put(Metric.COMMENTS, Figure.counted(one.path("comments_count"), Gap.HIDDEN));
    figures.put(Metric.VIEWS, Figure.counted(one.path("view_count"), Gap.NOT_OFFERED));
    return figures;
  }

  /** One that is not listed may be older, or shared with another account: it is never gone. */
  @Override
  public Presence presence(Access access, RemotePost post) {
    Map<String, JsonNode> found = new HashMap<>();
    Optional<HttpOutcome> ignored = media.find(access, List.of(post.remoteId()), found);
    return found.containsKey(post.remoteId()) ? Presence.PRESENT : Presence.UNKNOWN;
  }

  @Override
  public AccountProfile profile(Access access) {
    HttpOutcome outcome =
        api.fields(
            GraphApi.token(access),
            office(access),
            DiscoveredMedia.named(access, "followers_count,username"));
    JsonNode account =
        GraphApi.good(outcome)
            .map(body -> body.path("business_discovery"))
            .orElse(AnswerJson.object());
    boolean refused = GraphApi.good(outcome).isEmpty() && !api.failure(outcome).passes();
    return new AccountProfile(
        Figure.counted(account.path("followers_count"), refused ? Gap.REFUSED : Gap.NOT_YET),
        AnswerJson.text(account, "username"));
  }

  /** The posts of an account that is looked at by its name, newest first, a page at a time. */
  static final class DiscoveredMedia {

    private static final int PAGE = 50;

    /** So many back at most: a post is measured for weeks, and nobody posts more in that time. */
    private static final int PAGES = 6;

    private static final String FIELDS = "id,permalink,like_count,comments_count";

    /** Told of other accounts alone, by newer versions. */
    private static final String VIEWS = "view_count";

    private final GraphApi api;

    /** Until the network says that it has no such field: then it is not asked for any more. */
    private volatile boolean asksViews = true;

    DiscoveredMedia(GraphApi api) {
      this.api = api;
    }

    /** What is asked of an account by its name. */
    static String named(Access access, String fields) {
      return "business_discovery.username(" + access.account().handle() + "){" + fields + "}";
    }

    /**
     * @param found the posts by their codes, as far as they were listed
     * @return the last answer
     */
    Optional<HttpOutcome> find(
        Access access, Collection<String> codes, Map<String, JsonNode> found) {
      String after = "";
      Optional<HttpOutcome> last = Optional.empty();
      for (int page = 0; page < PAGES; page++) {
        HttpOutcome outcome = page(access, after);
        last = Optional.of(outcome);
        Optional<JsonNode> listed =
            GraphApi.good(outcome)
                .map(body -> body.path("business_discovery").path("media"))
                .filter(media -> media.path("data").isArray());
        if (listed.isEmpty()) {
          return last;
        }
        for (JsonNode media : listed.get().path("data")) {
          MediaAddresses.code(media.path("permalink").asText(""))
              .ifPresent(code -> found.put(code, media));
        }
        after = listed.get().path("paging").path("cursors").path("after").asText("");
        if (after.isEmpty() || found.keySet().containsAll(codes)) {
          return last;
        }
      }
      return last;
    }

    private HttpOutcome page(Access access, String after) {
      boolean views = asksViews;
      HttpOutcome outcome = asked(access, after, views);
      boolean unknown =
          views
              && GraphApi.error(outcome)
                  .filter(error -> error.message().contains(VIEWS))
                  .isPresent();
      if (!unknown) {
        return outcome;
      }
      asksViews = false;
      return asked(access, after, false);
    }

    private HttpOutcome asked(Access access, String after, boolean views) {
      String media =
          "media"
              + (after.isEmpty() ? "" : ".after(" + after + ")")
              + ".limit("
              + PAGE
              + "){"
              + FIELDS
              + (views ? "," + VIEWS : "")
              + "}";
      return api.fields(GraphApi.token(access), Discovery.office(access), named(access, media));
    }
  }
}
