package id.gaung.platform.x;

import id.gaung.platform.LookUp;
import java.util.List;
import java.util.Optional;

/**
 * What was published since an attempt began, newest first.
 *
 * @param bounded whether it is known what stood there before; else older ones may be among them
 * @param unread why not all of it could be read; empty if it could
 */
record XSince(List<XPost> posts, boolean bounded, Optional<LookUp.Undecided> unread) {

  XSince {
    posts = List.copyOf(posts);
  }
}
