package id.gaung.platform.linkedin;

import id.gaung.platform.Access;
import id.gaung.platform.ChannelPosts;
import id.gaung.platform.Evidence.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.LookUp;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what the page has published since an attempt began, a hundred at a time. */
final class LinkedInReview {

  private static final int PAGES = 10;

  private final LinkedInApi api;
  private final LinkedInPosts posts;

  LinkedInReview(LinkedInApi api, LinkedInPosts posts) {
    this.api = api;
    this.posts = posts;
  }

  /**
   * What was published since.
   *
   * @param bounded whether it is known what stood there before; else older ones may be among them
   * @param unread why not all of it could be read; empty if it could
   */
  record Since(List<ListedPost> posts, boolean bounded, Optional<LookUp.Undecided> unread) {
    Since {
      posts = List.copyOf(posts);
    }
  }

  /**
   * @param newest what stood there before; empty if that is not known
   */
  Since since(Access access, Optional<List<String>> newest, ChannelPosts others) {
    List<ListedPost> since = new ArrayList<>();
    int start = 0;
    for (int page = 0; page < PAGES; page++) {
      HttpOutcome outcome = posts.list(access, LinkedInPosts.PAGE, start);
      Optional<List<ListedPost>> listed = LinkedInPosts.listed(outcome);
      if (listed.isEmpty()) {
        LookUp.Undecided unread =
            LookUp.Undecided.because(api.failure(outcome), Kind.STATUSES_NOT_READ);
        return new Since(since, newest.isPresent(), Optional.of(unread));
      }
      Set<String> old = old(listed.get(), newest.orElse(List.of()), others);
      listed.get().stream().filter(post -> !old.contains(post.id())).forEach(since::add);
      boolean reached =
          !listed.get().isEmpty() && old.contains(listed.get().get(listed.get().size() - 1).id());
      Optional<Integer> next = LinkedInPosts.next(outcome, start);
      if (reached || next.isEmpty()) {
        return new Since(since, reached || newest.isPresent(), Optional.empty());
      }
      start = next.get();
    }
    return new Since(since, false, Optional.of(LookUp.Undecided.because(Kind.LIST_TOO_SHORT)));
  }

  /** Those that stood there before: by their names, by their numbers, or as others know them. */
  private static Set<String> old(
      List<ListedPost> listed, List<String> newest, ChannelPosts others) {
    Optional<Long> last =
        newest.stream().flatMap(id -> PostUrn.age(id).stream()).max(Long::compare);
    Set<String> old = new HashSet<>();
    for (ListedPost post : listed) {
      boolean older =
          last.isPresent() && PostUrn.age(post.id()).filter(age -> age <= last.get()).isPresent();
      if (older || newest.contains(post.id())) {
        old.add(post.id());
      }
    }
    if (old.isEmpty() && !listed.isEmpty()) {
      old.addAll(others.outBefore(listed.stream().map(ListedPost::id).toList()));
    }
    return old;
  }
}
