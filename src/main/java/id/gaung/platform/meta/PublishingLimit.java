package id.gaung.platform.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import id.gaung.platform.Access;
import id.gaung.platform.Failure;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.NetworkQuota;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.ToldLimit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How many posts an account may still put out, which a network of containers tells only when asked.
 *
 * @param path behind the account's, such as {@code /content_publishing_limit}
 * @param replies whether replies have a limit of their own, which is told to whoever may reply
 */
public record PublishingLimit(String path, boolean replies) {

  private static final String FIELDS = "quota_usage,config";

  /** Why it did not answer; empty if it did. */
  Optional<Failure> ask(GraphApi api, String account, Access access) {
    String token = GraphApi.token(access);
    String all = replies ? FIELDS + ",reply_quota_usage,reply_config" : FIELDS;
    HttpOutcome outcome = api.fields(token, account + path, all);
    if (replies
        && GraphApi.error(outcome).filter(e -> e.code() == 10 || e.code() == 100).isPresent()) {
      outcome = api.fields(token, account + path, FIELDS);
    }
    return GraphApi.good(outcome).isPresent()
        ? Optional.empty()
        : Optional.of(api.failure(outcome));
  }

  /** What any answer of the network tells of limits: its headers, and this question's body. */
  public List<ToldLimit> told(PlatformRequest request, Answered answer, Instant now) {
    return request.is("GET", path)
        ? Stream.of(
                told(answer, NetworkQuota.Of.POSTS, "").stream(),
                told(answer, NetworkQuota.Of.REPLIES, "reply_").stream(),
                Usage.told(answer, now).stream())
            .flatMap(all -> all)
            .toList()
        : Usage.told(answer, now);
  }

  /** {@code {"data":[{"quota_usage":2,"config":{"quota_total":100,"quota_duration":86400}}]}}. */
  private static Optional<ToldLimit> told(Answered answer, NetworkQuota.Of of, String prefix) {
    JsonNode quota =
        GraphApi.good(answer)
            .map(body -> body.path("data").path(0))
            .orElse(MissingNode.getInstance());
    long most = quota.path(prefix + "config").path("quota_total").asLong(0);
    long used = quota.path(prefix + "quota_usage").asLong(-1);
    return most > 0 && used >= 0
        ? Optional.of(ToldLimit.counted(of, most, used, Optional.empty()))
        : Optional.empty();
  }
}
