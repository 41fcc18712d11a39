package id.gaung.platform.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.Listing;
import id.gaung.platform.meta.GraphApi;
import id.gaung.platform.meta.OwnMedia;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a Page has published, a page at a time. */
final class PageListing {

  private final GraphApi api;
  private final URI web;

  PageListing(GraphApi api, URI web) {
    this.api = api;
    this.web = web;
  }

  Listing list(Access access, Instant since, Optional<String> after) {
    HttpOutcome outcome =
        api.send(
            new PagePosts(api, web)
                .request(
                    access,
                    "id,message,created_time,permalink_url",
                    PagePosts.PAGE,
                    after.orElse(""))
                .query("since", String.valueOf(since.getEpochSecond())));
    return GraphApi.good(outcome)
        .filter(body -> body.path("data").isArray())
        .<Listing>map(this::page)
        .orElseGet(() -> new Listing.Failed(api.failure(outcome)));
  }

  /**
   * Without counts: it could carry some of them, but neither views nor viewers, which are asked for
   * as of any other post. What tells no time cannot be put in its place.
   */
  private Listing page(JsonNode body) {
    List<Listing.Post> posts = new ArrayList<>();
    for (PagePost post : PagePost.of(body.path("data"), web)) {
      OwnMedia.timestamp(post.body().path("created_time").asText(""))
          .ifPresent(
              at ->
                  posts.add(
                      new Listing.Post(
                          post.post(), at, post.body().path("message").asText(""), Map.of())));
    }
    // Only "next" says that there is more, and a full page may be the last.
    return new Listing.Page(
        posts, PagePosts.next(body).filter(after -> body.path("paging").hasNonNull("next")));
  }
}
