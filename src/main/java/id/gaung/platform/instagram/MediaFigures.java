package id.gaung.platform.instagram;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.AccountProfile;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.Presence;
import id.gaung.platform.Reading;
import id.gaung.platform.RemotePost;
import id.gaung.platform.instagram.LoginClient.MediaReader;
import id.gaung.platform.meta.GraphApi;
import id.gaung.platform.meta.GraphReadings;
import id.gaung.platform.meta.GraphReadings.Read;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads insights, one call for each media: Instagram Login has no batch. Insights come up to 48
 * hours late, as an empty list, which is no zero.
 */
final class MediaFigures implements MediaReader {

  static final String COUNTERS = "id,like_count,comments_count";

  private final GraphApi api;
  private final GraphReadings readings;

  MediaFigures(GraphApi api) {
    this.api = api;
    this.readings = new GraphReadings(api, InstagramErrors::isMissing);
  }

  @Override
  public Map<RemotePost, Reading> read(Access access, List<RemotePost> posts) {
    return GraphReadings.read(posts, post -> insights(access, post, InsightNames.ALL));
  }

  private Read insights(Access access, RemotePost post, List<String> names) {
    HttpOutcome outcome = readings.insights(access, post, String.join(",", names));
    Optional<Map<String, JsonNode>> values = GraphReadings.values(outcome);
    if (values.isPresent()) {
      return new Read(new Reading.Measured(InsightNames.figures(names, values.get())), outcome);
    }
    Reading unread = readings.unread(outcome);
    if (!isRefused(unread)) {
      return new Read(unread, outcome);
    }
    Optional<Failure> spent = GraphReadings.spent(outcome);
    if (spent.isPresent()) {
      return new Read(new Reading.Failed(spent.get()), outcome);
    }
    List<String> left = names.equals(InsightNames.ALL) ? left(unread) : List.of();
    return left.isEmpty() ? counters(access, post) : insights(access, post, left);
  }

  /** Whether it is insights that are refused, and not the media. */
  static boolean isRefused(Reading unread) {
    return unread instanceof Reading.Failed failed
        && (failed.failure().kind() == Kind.PERMISSION || failed.failure().kind() == Kind.REJECTED);
  }

  static List<String> left(Reading unread) {
    return unread instanceof Reading.Failed failed
        ? InsightNames.left(failed.failure().detail())
        : List.of();
  }

  /**
   * The two counters of the media itself, where insights refuse: too few viewers, a post older than
   * the professional account, a permission missing.
   */
  private Read counters(Access access, RemotePost post) {
    HttpOutcome outcome =
        api.fields(GraphApi.token(access), GraphApi.node(post.remoteId()), COUNTERS);
    return new Read(
        GraphApi.good(outcome)
            .<Reading>map(media -> new Reading.Measured(InsightNames.counters(media)))
            .orElseGet(() -> readings.unread(outcome)),
        outcome);
  }

  @Override
  public Presence presence(Access access, RemotePost post) {
    // The Page answers even when the account is not linked to it any more.
    return readings.presence(access, post, GraphApi.node(access.account().remoteId()));
  }

  @Override
  public AccountProfile profile(Access access) {
    HttpOutcome outcome =
        api.fields(
            GraphApi.token(access),
            GraphApi.node(access.account().remoteId()),
            "followers_count,username");
    JsonNode account = GraphApi.good(outcome).orElse(AnswerJson.object());
    return new AccountProfile(
        readings.ofAccount(outcome, account.path("followers_count")),
        AnswerJson.text(account, "username"));
  }
}
