package id.gaung.platform.mastodon;

import id.gaung.platform.Access;
import id.gaung.platform.Deleting;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.Listing;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.RemotePost;
import id.gaung.platform.mastodon.OwnStatuses.Page;
import id.gaung.platform.mastodon.OwnStatuses.Status;
import java.util.List;
import java.util.Optional;

/** The account's own statuses with what the server counts of them, and taking one away. */
final class StatusList {

  private final MastodonApi api;
  private final OwnStatuses list;

  StatusList(MastodonApi api) {
    this.api = api;
    this.list = new OwnStatuses(api);
  }

  Listing list(Access access, Optional<String> after) {
    OwnStatuses.Answer answer = list.read(access, after.orElse(""));
    return answer
        .page()
        .<Listing>map(page -> page(page, after))
        .orElseGet(() -> new Listing.Failed(answer.failure().orElseThrow()));
  }

  private static Listing page(Page page, Optional<String> after) {
    List<Listing.Post> posts =
        page.statuses().stream()
            // A "direct" status is a message to those it mentions.
            .filter(s -> s.mayBeOurs() && !s.body().path("visibility").asText("").equals("direct"))
            .flatMap(status -> post(status).stream())
            .toList();
    // A server that gives the same page again would be asked for ever.
    return new Listing.Page(posts, page.oldest().filter(next -> !after.equals(Optional.of(next))));
  }

  private static Optional<Listing.Post> post(Status status) {
    return status
        .at()
        .map(
            at ->
                new Listing.Post(
                    status.post(), at, status.text(), StatusFigures.figures(status.body())));
  }

  /** One that is gone already is answered with 404. */
  Deleting delete(Access access, RemotePost post) {
    HttpOutcome outcome =
        api.send(
            PlatformRequest.delete(access.account().server(), MastodonApi.status(post.remoteId()))
                .bearer(MastodonApi.token(access)));
    int status = MastodonApi.statusOf(outcome);
    if ((status >= 200 && status < 300) || status == 404 || status == 410) {
      return new Deleting.Gone();
    }
    return outcome instanceof HttpOutcome.Unknown
        ? new Deleting.Unknown(api.failure(outcome))
        : new Deleting.Failed(api.failure(outcome));
  }
}
