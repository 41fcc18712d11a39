package id.gaung.platform.linkedin;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.PlatformRequest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a page has published, newest first, and single posts by their names. */
final class LinkedInPosts {

  /** As many as one answer takes. */
  static final int PAGE = 100;

  /** So many may be deleted meanwhile without harm. */
  private static final int REMEMBERED = 5;

  private final LinkedInApi api;

  LinkedInPosts(LinkedInApi api) {
    this.api = api;
  }

  HttpOutcome list(Access access, int most, int start) {
    return found(
        access,
        "?q=author&author="
            + LinkedInApi.encodedPage(access.account())
            + "&count="
            + most
            + "&start="
            + start
            + "&sortBy=CREATED",
        "FINDER");
  }

  /** Those among several that stand, and why others are not told. */
  HttpOutcome byName(Access access, Collection<PostUrn> urns) {
    String ids = urns.stream().map(PostUrn::encoded).collect(Collectors.joining(","));
    return found(access, "?ids=List(" + ids + ")", "BATCH_GET");
  }

  private HttpOutcome found(Access access, String query, String method) {
    PlatformRequest request =
        PlatformRequest.get(access.account().server(), LinkedInApi.POSTS + query)
            .header("X-RestLi-Method", method);
    return api.send(api.asked(request, LinkedInApi.token(access)));
  }

  static Optional<List<ListedPost>> listed(HttpOutcome outcome) {
    return LinkedInAnswers.elements(outcome).map(ListedPost::all);
  }

  /** Where the next page begins; empty if this was the last one. */
  static Optional<Integer> next(HttpOutcome outcome, int start) {
    int told = LinkedInAnswers.elements(outcome).map(List::size).orElse(0);
    boolean more =
        LinkedInAnswers.good(outcome)
            .map(body -> body.path("paging").path("links"))
            .filter(JsonNode::isArray)
            .map(links -> hasNext(links))
            .orElse(told >= PAGE);
    // A page that tells nothing leads nowhere.
    return more && told > 0 ? Optional.of(start + told) : Optional.empty();
  }

  private static boolean hasNext(JsonNode links) {
    for (JsonNode link : links) {
      if (link.path("rel").asText("").equals("next")) {
        return true;
      }
    }
    return false;
  }

  /** The names of the newest ones; none if there are none; empty if LinkedIn did not say. */
  Optional<List<String>> newest(Access access) {
    return listed(list(access, REMEMBERED, 0))
        .map(posts -> posts.stream().map(ListedPost::id).toList());
  }
}
