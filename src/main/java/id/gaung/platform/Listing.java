package id.gaung.platform;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A page of what an account has published, newest first, whoever published it. */
public sealed interface Listing {

  /**
   * @param next what the following page is asked for with; empty if this was the last one
   */
  record Page(List<Post> posts, Optional<String> next) implements Listing {
    public Page {
      posts = List.copyOf(posts);
    }
  }

  /** Not read; asking again for the same page does no harm. */
  record Failed(Failure failure) implements Listing {}

  /**
   * A post of the account's own: no answer to somebody, nothing shared on, nothing that only its
   * author sees.
   *
   * @param at by the network's clock
   * @param text as people see it; empty if it has none
   * @param figures what the list counts along with it, in a reading's terms; none where it counts
   *     nothing, then the post is read like any other
   */
  record Post(RemotePost post, Instant at, String text, Map<Metric, Figure> figures) {
    public Post {
      figures = Map.copyOf(figures);
    }
  }
}
