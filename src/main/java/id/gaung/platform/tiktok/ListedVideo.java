package id.gaung.platform.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Listing;
import id.gaung.platform.PostAddress;
import id.gaung.platform.RemotePost;
import id.gaung.platform.WebAddress;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** A video in the list of an account. Its id has more digits than a floating number keeps. */
record ListedVideo(URI web) {

  /** As a call names them. */
  static final String FIELDS =
      "id,create_time,share_url,title,video_description," + TikTokCounts.FIELDS;

  private static final long LAST = Instant.parse("2100-01-01T00:00:00Z").getEpochSecond();

  Optional<Listing.Post> post(Access access, JsonNode video) {
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
            TikTokCounts.of(video)));
  }

  /** In the form in which an address that a person gives is kept. */
  private Optional<URI> address(Access access, String shared) {
    return TikTokAddresses.read(access.account(), shared, web) instanceof PostAddress.Named named
        ? named.post().url()
        : WebAddress.given(shared);
  }
}
