package id.gaung.platform.x;

import id.gaung.platform.ChannelPosts;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What stood on the account before a call. Ids grow with time, so that it is told from what came
 * after without any clock, also where the newest ones of then are gone.
 *
 * @param newest ids; none where nothing is known
 */
record XBefore(List<String> newest) {

  /** The id of the newest one. */
  Optional<Long> last() {
    return newest.stream().flatMap(XBefore::number).max(Long::compare);
  }

  private static Stream<Long> number(String id) {
    try {
      return Stream.of(Long.valueOf(id));
    } catch (NumberFormatException noId) {
      return Stream.empty();
    }
  }

  /**
   * Those at the top of a list that came after it.
   *
   * @param others asked where nothing else says what stood there before
   */
  List<XPost> after(List<XPost> listed, ChannelPosts others) {
    Set<String> old = new HashSet<>(newest);
    List<String> ids = listed.stream().map(XPost::id).toList();
    if (!ids.isEmpty() && ids.stream().noneMatch(old::contains)) {
      old.addAll(others.outBefore(ids));
    }
    return listed.stream()
        .takeWhile(post -> !old.contains(post.id()) && !isUpToLast(post))
        .toList();
  }

  private boolean isUpToLast(XPost post) {
    return last().filter(last -> number(post.id()).anyMatch(id -> id <= last)).isPresent();
  }
}
