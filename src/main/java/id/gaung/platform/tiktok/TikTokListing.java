package id.gaung.platform.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.gaung.platform.Access;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Failure;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What an account shows in public ("List Videos"), with its counts, 20 a page, newest first. */
final class TikTokListing {

  private static final int PAGE = 20;

  private final TikTokApi api;
  private final ListedVideo listed;

  TikTokListing(TikTokApi api) {
    this.api = api;
    this.listed = new ListedVideo(api.config().web());
  }

  Listing list(Access access, Optional<String> after) {
    if (!TikTokApi.hasToken(access)) {
      return new Listing.Failed(Failure.of(Failure.Kind.RECONNECT, "not-connected", ""));
    }
    ObjectNode body = AnswerJson.object().put("max_count", PAGE);
    OptionalLong before =
        after.filter(text -> text.matches("\\d{1,15}")).stream()
            .mapToLong(Long::parseLong)
            .findFirst();
    before.ifPresent(cursor -> body.put("cursor", cursor));
    HttpOutcome outcome = api.ask(access, "/v2/video/list/", ListedVideo.FIELDS, body);
    return TikTokEnvelope.data(outcome)
        .filter(data -> data.path("videos").isArray() || data.path("videos").isMissingNode())
        .<Listing>map(data -> page(access, data, before))
        .orElseGet(() -> new Listing.Failed(api.failure(outcome)));
  }

  private Listing page(Access access, JsonNode data, OptionalLong before) {
    List<Listing.Post> posts = new ArrayList<>();
    data.path("videos").forEach(video -> listed.post(access, video).ifPresent(posts::add));
    // A place that does not go back would be asked for again and again.
    OptionalLong cursor = AnswerJson.number(data, "cursor");
    boolean more =
        data.path("has_more").asBoolean(false)
            && cursor.isPresent()
            && (before.isEmpty() || cursor.getAsLong() < before.getAsLong());
    return new Listing.Page(
        posts, more ? Optional.of(String.valueOf(cursor.getAsLong())) : Optional.empty());
  }
}
