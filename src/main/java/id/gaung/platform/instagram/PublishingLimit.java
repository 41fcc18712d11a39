package id.gaung.platform.instagram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import id.gaung.platform.Access;
import id.gaung.platform.Failure;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.NetworkQuota;
import id.gaung.platform.ToldLimit;
import id.gaung.platform.meta.GraphApi;
import java.util.Optional;

/** How many posts an account may still put out, which Instagram tells only when asked. */
final class PublishingLimit {

  static final String PATH = "/content_publishing_limit";

  private final GraphApi api;

  PublishingLimit(GraphApi api) {
    this.api = api;
  }

  Optional<Failure> ask(Access access) {
    HttpOutcome outcome =
        api.fields(
            GraphApi.token(access),
            GraphApi.node(access.account().remoteId()) + PATH,
            "quota_usage,config");
    return GraphApi.good(outcome).isPresent()
        ? Optional.empty()
        : Optional.of(api.failure(outcome));
  }

  /** {@code {"data":[{"quota_usage":2,"config":{"quota_total":100,"quota_duration":86400}}]}}. */
  static Optional<ToldLimit> told(HttpOutcome.Answered answer) {
    JsonNode quota =
        GraphApi.good(answer)
            .map(body -> body.path("data").path(0))
            .orElse(MissingNode.getInstance());
    long most = quota.path("config").path("quota_total").asLong(0);
    long used = quota.path("quota_usage").asLong(-1);
    return most > 0 && used >= 0
        ? Optional.of(ToldLimit.counted(NetworkQuota.Of.POSTS, most, used, Optional.empty()))
        : Optional.empty();
  }
}
