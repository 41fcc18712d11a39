package id.gaung.platform.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import id.gaung.platform.Access;
import id.gaung.platform.AccountProfile;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Figure;
import id.gaung.platform.Figure.Gap;
import id.gaung.platform.HttpOutcome;
import java.util.Optional;

/** How many follow an account, and what it is called now ("Get User Info"). */
final class TikTokProfile {

  private final TikTokApi api;

  TikTokProfile(TikTokApi api) {
    this.api = api;
  }

  /** Nothing is asked without a login. */
  AccountProfile of(Access access) {
    if (!TikTokApi.hasToken(access)) {
      return new AccountProfile(Figure.missing(Gap.REFUSED), Optional.empty());
    }
    HttpOutcome outcome = api.user(TikTokApi.token(access), "open_id,username,follower_count");
    Optional<JsonNode> user = TikTokEnvelope.data(outcome).map(data -> data.path("user"));
    Gap gap = user.isPresent() || !api.failure(outcome).passes() ? Gap.NOT_OFFERED : Gap.NOT_YET;
    JsonNode count = user.map(one -> one.path("follower_count")).orElse(MissingNode.getInstance());
    return new AccountProfile(
        Figure.counted(count, gap),
        user.filter(one -> one.path("open_id").asText("").equals(access.account().remoteId()))
            .flatMap(one -> AnswerJson.text(one, "username")));
  }
}
