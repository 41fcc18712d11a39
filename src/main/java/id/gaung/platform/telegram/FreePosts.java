package id.gaung.platform.telegram;

import id.gaung.platform.Account;
import id.gaung.platform.LookUpRequest;
import id.gaung.platform.Owners;
import id.gaung.platform.Owners.Listed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The posts seen in the channel, newest first, that no other post of ours is known to be. */
record FreePosts(
    Account account, TelegramAddresses addresses, List<SeenPost> posts, LookUpRequest request) {

  /**
   * @param since what came since the attempt began, oldest first
   */
  static FreePosts of(
      Account account, TelegramAddresses addresses, List<SeenPost> since, LookUpRequest request) {
    Set<String> marks = new HashSet<>();
    since.forEach(post -> marks.addAll(post.marks(account, addresses)));
    // Asked after the list was read: see LookUpRequest.
    Set<String> held = marks.isEmpty() ? Set.of() : request.posts().held(marks);
    List<SeenPost> free = new ArrayList<>();
    for (SeenPost post : since) {
      if (post.shape().isOurs()
          && post.marks(account, addresses).stream().noneMatch(held::contains)) {
        free.add(0, post);
      }
    }
    return new FreePosts(account, addresses, free, request);
  }

  /** Those of a shape, but for what is another open post's by its words. */
  List<Listed> of(MessageShape shape) {
    List<Listed> listed =
        posts.stream()
            .filter(post -> post.shape().equals(shape))
            .map(post -> post.listed(account, addresses))
            .toList();
    return Owners.nobodys(listed, among(shape));
  }

  /** Those of any other shape. */
  List<Listed> butOf(MessageShape own) {
    return posts.stream()
        .map(SeenPost::shape)
        .filter(shape -> !shape.equals(own))
        .distinct()
        .flatMap(shape -> of(shape).stream())
        .toList();
  }

  /** The request as it is among posts of one shape: others lay no claim to what has it. */
  LookUpRequest among(MessageShape shape) {
    return new LookUpRequest(
        request.publication(),
        request.checkpoint(),
        request.at(),
        new ShapedPosts(request.posts(), shape));
  }
}
