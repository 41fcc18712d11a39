package id.gaung.sandbox;

import id.gaung.kernel.Network;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/**
 * The posts that a call names: each is asked of the database once in a call, those of a batch
 * together, and so are the pictures of a list.
 */
final class CalledPosts {

  private final Network network;
  private final PracticePostDao posts;
  private final Clock clock;

  /** A post with what it shows, in its order. */
  record Pictured(PracticePost post, List<PostPicture> pictures) {}

  CalledPosts(Network network, Jdbi jdbi, Clock clock) {
    this.network = network;
    this.clock = clock;
    posts = jdbi.onDemand(PracticePostDao.class);
  }

  /** Of these the parts of the call will ask; some may be no posts. */
  void expect(Call call, Collection<String> ids) {
    Set<String> missing = new HashSet<>(ids);
    for (Pictured found : with(posts.findAll(network, missing, clock.instant()))) {
      call.know(key(found.post().remoteId()), Optional.of(found.post()));
      call.know(pictures(found.post()), Optional.of(found.pictures()));
      missing.remove(found.post().remoteId());
    }
    missing.forEach(id -> call.know(key(id), Optional.empty()));
  }

  Optional<PracticePost> find(Call call, String id) {
    return call.once(key(id), key -> posts.find(network, id, clock.instant()));
  }

  Pictured with(Call call, PracticePost post) {
    return new Pictured(
        post,
        call.once(pictures(post), key -> Optional.of(posts.pictures(List.of(post.id()))))
            .orElseThrow());
  }

  List<Pictured> with(List<PracticePost> listed) {
    Map<Long, List<PostPicture>> shown =
        listed.isEmpty()
            ? Map.of()
            : posts.pictures(listed.stream().map(PracticePost::id).toList()).stream()
                .collect(Collectors.groupingBy(PostPicture::postId));
    return listed.stream()
        .map(post -> new Pictured(post, shown.getOrDefault(post.id(), List.of())))
        .toList();
  }

  private static String key(String id) {
    return "post " + id;
  }

  private static String pictures(PracticePost post) {
    return "pictures " + post.id();
  }
}
