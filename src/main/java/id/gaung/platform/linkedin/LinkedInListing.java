package id.gaung.platform.linkedin;

import id.gaung.platform.Access;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.Listing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The page's own posts; what they count is read by another call. */
final class LinkedInListing {

  private final LinkedInApi api;
  private final LinkedInPosts posts;
  private final LinkedInAddresses addresses;

  LinkedInListing(LinkedInApi api, LinkedInPosts posts, LinkedInAddresses addresses) {
    this.api = api;
    this.posts = posts;
    this.addresses = addresses;
  }

  Listing list(Access access, Instant since, Optional<String> after) {
    int start = after.filter(text -> text.matches("\\d{1,6}")).map(Integer::parseInt).orElse(0);
    HttpOutcome outcome = posts.list(access, LinkedInPosts.PAGE, start);
    Optional<List<ListedPost>> listed = LinkedInPosts.listed(outcome);
    if (listed.isEmpty()) {
      return new Listing.Failed(api.failure(outcome));
    }
    boolean reached =
        listed.get().stream()
            .anyMatch(post -> post.at().filter(at -> at.isBefore(since)).isPresent());
    List<Listing.Post> shown =
        listed.get().stream()
            .filter(ListedPost::isOwnWord)
            .flatMap(post -> shown(post, since).stream())
            .toList();
    Optional<String> next =
        LinkedInPosts.next(outcome, start).filter(more -> !reached).map(String::valueOf);
    return new Listing.Page(shown, next);
  }

  private Optional<Listing.Post> shown(ListedPost post, Instant since) {
    return post.at()
        .filter(at -> !at.isBefore(since))
        .map(
            at ->
                new Listing.Post(
                    addresses.post(post.urn()), at, LittleText.shown(post.commentary()), Map.of()));
  }
}
