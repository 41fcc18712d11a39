package id.gaung.platform.x;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.ChannelPosts;
import id.gaung.platform.Evidence.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.LookUp;
import id.gaung.platform.PlatformRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what the account has published since an attempt began, a page at a time. */
final class XReview {

  /** A thousand posts; X lists no more than three times as many. */
  private static final int PAGES = 10;

  private final XApi api;
  private final XPosts posts;

  XReview(XApi api, XPosts posts) {
    this.api = api;
    this.posts = posts;
  }

  /**
   * @param newest what stood there before; empty if that is not known
   */
  XSince since(Access access, Optional<List<String>> newest, ChannelPosts others) {
    XBefore before = new XBefore(newest.orElse(List.of()));
    List<XPost> since = new ArrayList<>();
    Optional<String> after = Optional.empty();
    for (int page = 0; page < PAGES; page++) {
      HttpOutcome outcome = api.send(request(access, before, after));
      Optional<JsonNode> body = XPosts.listed(outcome);
      if (body.isEmpty()) {
        LookUp.Undecided unread =
            LookUp.Undecided.because(api.failure(outcome), Kind.STATUSES_NOT_READ);
        return new XSince(since, newest.isPresent(), Optional.of(unread));
      }
      List<XPost> listed = XPost.of(body.get().path("data"));
      List<XPost> fresh = before.after(listed, others);
      since.addAll(fresh);
      if (fresh.size() < listed.size()) {
        return new XSince(since, true, Optional.empty());
      }
      after = XPosts.next(body.get());
      if (after.isEmpty()) {
        return new XSince(since, newest.isPresent(), Optional.empty());
      }
    }
    LookUp.Undecided cut = LookUp.Undecided.because(Kind.LIST_TOO_SHORT);
    return new XSince(since, false, Optional.of(cut));
  }

  /** Only what is newer, since every post that is told has to be paid for. */
  private PlatformRequest request(Access access, XBefore before, Optional<String> after) {
    PlatformRequest request = posts.request(access, XPosts.PAGE, after);
    return before.last().map(id -> request.query("since_id", String.valueOf(id))).orElse(request);
  }
}
