package id.gaung.platform.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.gaung.platform.Access;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Failure;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.Listing;
import id.gaung.platform.PostAddress;
import id.gaung.platform.RemotePost;
import id.gaung.platform.WebAddress;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What an account shows in public ("List Videos"), with its counts, 20 a page, newest first. */
final class VideoListing {

  private static final int PAGE = 20;
  private static final long LAST = Instant.parse("2100-01-01T00:00:00Z").getEpochSecond();

  private final TikTokApi api;

  VideoListing(TikTokApi api) {
    this.api = api;
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
    HttpOutcome outcome =
        api.ask(
            access,
            "/v2/video/list/",
            "id,create_time,share_url,title,video_description," + VideoFigures.COUNTS,
            body);
    return TikTokApi.data(outcome)
        .filter(data -> data.path("videos").isArray() || data.path("videos").isMissingNode())
        .<Listing>map(data -> page(access, data, before))
        .orElseGet(() -> new Listing.Failed(api.failure(outcome)));
  }

  private Listing page(Access access, JsonNode data, OptionalLong before) {
    List<Listing.Post> posts = new ArrayList<>();
    data.path("videos").forEach(video -> post(access, video).ifPresent(posts::add));
    // A place that does not go back would be asked for again and again.
    OptionalLong cursor = AnswerJson.number(data, "cursor");
    boolean more =
        data.path("has_more").asBoolean(false)
            && cursor.isPresent()
            && (before.isEmpty() || cursor.getAsLong() < before.getAsLong());
    return new Listing.Page(
        posts, more ? Optional.of(String.valueOf(cursor.getAsLong())) : Optional.empty());
  }

  private Optional<Listing.Post> post(Access access, JsonNode video) {
    String id = video.path("id").asText("");
    long at = video.path("create_time").asLong(0);
    if (!id.matches("\\d{1,25}") || at <= 0 || at > LAST) {
      return Optional.empty();
    }
    String text =
        AnswerJson.text(video, "video_description").orElse(video.path("title").asText(""));
    return Optional.of(
        new Listing.Post(
            new RemotePost(id, address(access, video.path("share_url").asText(""))),
            Instant.ofEpochSecond(at),
            text,
            VideoFigures.figures(video)));
  }

  /** In the form in which an address that a person gives is kept. */
  private Optional<URI> address(Access access, String shared) {
    return TikTokAddresses.read(access.account(), shared, api.config().web())
            instanceof PostAddress.Named named
        ? named.post().url()
        : WebAddress.given(shared);
  }
}
