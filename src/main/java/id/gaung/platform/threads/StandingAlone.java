package id.gaung.platform.threads;

import id.gaung.platform.Access;
import id.gaung.platform.Evidence.Kind;
import id.gaung.platform.Listing;
import id.gaung.platform.LookUp;
import id.gaung.platform.PostText;
import id.gaung.platform.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Answers that stand alone as posts, although their containers named what they answer, as others
 * report (gitroomhq/postiz-app 1441).
 */
final class StandingAlone {

  /** So far clocks may be apart. */
  private static final Duration BEFORE = Duration.ofHours(1);

  private final ThreadsPosts posts;

  StandingAlone(ThreadsPosts posts) {
    this.posts = posts;
  }

  /**
   * Posts of the account that say the same, for a person; empty if there are none. Undecided, too,
   * where they could not be read.
   */
  Optional<LookUp.Undecided> find(Access access, Reply reply) {
    Listing listing = posts.list(access, reply.firstAttemptAt().minus(BEFORE), Optional.empty());
    if (!(listing instanceof Listing.Page page)) {
      return Optional.of(LookUp.Undecided.because(Kind.STATUSES_NOT_READ));
    }
    List<LookUp.Candidate> same =
        page.posts().stream()
            .filter(post -> PostText.isSame(post.text(), reply.text()))
            .filter(post -> !post.post().remoteId().equals(reply.root().remoteId()))
            .map(post -> new LookUp.Candidate(post.post(), Optional.of(post.at()), post.text()))
            .toList();
    return same.isEmpty() ? Optional.empty() : Optional.of(LookUp.Undecided.among(same, List.of()));
  }
}
