package id.gaung.platform.youtube;

import id.gaung.platform.Access;
import id.gaung.platform.ChannelPosts;
import id.gaung.platform.Evidence.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.LookUp;
import id.gaung.platform.youtube.UploadsList.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was uploaded since an attempt began.
 *
 * @param bounded whether it is known what stood there before; else older ones may be among them
 * @param unread why not all of it could be read; empty if it could
 */
record UploadsSince(
    List<ListedUpload> uploads, boolean bounded, Optional<LookUp.Undecided> unread) {

  private static final int PAGES = 10;

  /**
   * @param newest what stood there before; empty if that is not known
   */
  static UploadsSince read(
      UploadsList list, Access access, Optional<List<String>> newest, ChannelPosts posts) {
    List<ListedUpload> since = new ArrayList<>();
    Optional<String> after = Optional.empty();
    for (int number = 0; number < PAGES; number++) {
      HttpOutcome outcome = list.ask(access, after);
      // Where something stood before, a list of nothing is no proof of nothing.
      boolean lost = number == 0 && newest.filter(ids -> !ids.isEmpty()).isPresent();
      Optional<Page> page =
          UploadsList.page(outcome).filter(one -> !lost || !one.uploads().isEmpty());
      if (page.isEmpty()) {
        return new UploadsSince(
            since,
            newest.isPresent(),
            Optional.of(LookUp.Undecided.because(list.failure(outcome), Kind.STATUSES_NOT_READ)));
      }
      Set<String> old = old(page.get().uploads(), newest, posts);
      for (ListedUpload upload : page.get().uploads()) {
        if (old.contains(upload.id())) {
          return new UploadsSince(since, true, Optional.empty());
        }
        since.add(upload);
      }
      after = page.get().next();
      if (after.isEmpty()) {
        return new UploadsSince(since, newest.isPresent(), Optional.empty());
      }
    }
    return new UploadsSince(
        since, false, Optional.of(LookUp.Undecided.because(Kind.LIST_TOO_SHORT)));
  }

  private static Set<String> old(
      List<ListedUpload> listed, Optional<List<String>> newest, ChannelPosts posts) {
    List<String> ids = listed.stream().map(ListedUpload::id).toList();
    Set<String> old = new HashSet<>(newest.orElse(List.of()));
    if (!ids.isEmpty() && ids.stream().noneMatch(old::contains)) {
      old.addAll(posts.outBefore(ids));
    }
    return old;
  }
}
