package id.gaung.platform.x;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.AccountProfile;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Figure;
import id.gaung.platform.Figure.Gap;
import id.gaung.platform.HttpOutcome;
import java.util.Optional;

/** Who follows the account, and what it is called now. */
final class XProfile {

  private final XApi api;

  XProfile(XApi api) {
    this.api = api;
  }

  AccountProfile read(Access access) {
    if (!XApi.hasLogin(access)) {
      return new AccountProfile(Figure.missing(Gap.REFUSED), Optional.empty());
    }
    HttpOutcome outcome =
        api.send(XApi.get(access, XApi.ME).query("user.fields", "public_metrics"));
    Optional<JsonNode> user = XAnswers.data(outcome);
    Figure followers =
        user.map(data -> data.path("public_metrics").path("followers_count"))
            .map(count -> Figure.counted(count, Gap.NOT_OFFERED))
            .orElseGet(
                () -> Figure.missing(api.failure(outcome).passes() ? Gap.NOT_YET : Gap.REFUSED));
    return new AccountProfile(
        followers,
        user.filter(data -> data.path("id").asText("").equals(access.account().remoteId()))
            .flatMap(data -> AnswerJson.text(data, "username")));
  }
}
