package id.gaung.platform.x;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.Listing;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The account's own posts with what X counts of them. */
final class XListing {

  private final XApi api;
  private final XPosts posts;
  private final XAddresses addresses;

  XListing(XApi api, XPosts posts, XAddresses addresses) {
    this.api = api;
    this.posts = posts;
    this.addresses = addresses;
  }

  Listing list(Access access, Instant since, Optional<String> after) {
    HttpOutcome outcome =
        api.send(
            posts
                .request(access, XPosts.PAGE, after)
                .query("start_time", since.truncatedTo(ChronoUnit.SECONDS).toString()));
    return XPosts.listed(outcome)
        .<Listing>map(body -> page(access, body, after))
        .orElseGet(() -> new Listing.Failed(api.failure(outcome)));
  }

  private Listing.Page page(Access access, JsonNode body, Optional<String> after) {
    List<Listing.Post> shown =
        XPost.of(body.path("data")).stream()
            .filter(XPost::isOwnWord)
            .flatMap(post -> shown(access, post).stream())
            .toList();
    // A page that leads to itself would be asked for ever.
    return new Listing.Page(
        shown, XPosts.next(body).filter(next -> !after.equals(Optional.of(next))));
  }

  private Optional<Listing.Post> shown(Access access, XPost post) {
    return post.at()
        .map(
            at ->
                new Listing.Post(
                    addresses.post(access.account(), post.id()),
                    at,
                    XText.of(post.body(), List.of()),
                    post.figures()));
  }
}
