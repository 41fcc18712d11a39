package id.gaung.platform.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.ChannelPosts;
import id.gaung.platform.Evidence.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.LookUp;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.meta.GraphApi;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what the Page has published, newest first, a page at a time. */
final class PagePosts {

  /** As many as one answer takes. */
  static final int PAGE = 100;

  /** Facebook lists about 600 of a year. */
  private static final int PAGES = 10;

  /** So many of the newest are remembered: a person may delete some of them meanwhile. */
  private static final int REMEMBERED = 10;

  private static final String FIELDS =
      "id,message,created_time,permalink_url,application{id},attachments{target{id}}";

  private final GraphApi api;
  private final URI web;

  PagePosts(GraphApi api, URI web) {
    this.api = api;
    this.web = web;
  }

  /**
   * What was published since an attempt began.
   *
   * @param bounded whether it is known what stood there before; else older ones may be among them
   * @param unread why not all of it could be read; empty if it could
   */
  record Since(List<PagePost> posts, boolean bounded, Optional<LookUp.Undecided> unread) {}

  /** The ids of the newest ones; empty if Facebook did not say. */
  Optional<List<String>> newest(Access access) {
    return GraphApi.good(api.send(request(access, FIELDS, REMEMBERED, "")))
        .map(body -> body.path("data"))
        .filter(JsonNode::isArray)
        .map(data -> PagePost.of(data, web).stream().map(PagePost::id).toList());
  }

  /**
   * @param newest what stood there before; empty if that is not known
   */
  Since since(Access access, Optional<List<String>> newest, ChannelPosts posts) {
    List<PagePost> since = new ArrayList<>();
    boolean known = newest.isPresent();
    String after = "";
    for (int page = 0; page < PAGES; page++) {
      HttpOutcome outcome = api.send(request(access, FIELDS, PAGE, after));
      Optional<JsonNode> body = GraphApi.good(outcome).filter(one -> one.path("data").isArray());
      if (body.isEmpty()) {
        return new Since(
            since,
            known,
            Optional.of(LookUp.Undecided.because(api.failure(outcome), Kind.STATUSES_NOT_READ)));
      }
      List<PagePost> listed = PagePost.of(body.get().path("data"), web);
      Set<String> old = old(listed, newest, posts);
      for (PagePost post : listed) {
        if (old.contains(post.id())) {
          return new Since(since, true, Optional.empty());
        }
        since.add(post);
      }
      after = next(body.get()).orElse("");
      if (after.isEmpty()) {
        return new Since(since, known, Optional.empty());
      }
    }
    return new Since(since, false, Optional.of(LookUp.Undecided.because(Kind.LIST_TOO_SHORT)));
  }

  private static Set<String> old(
      List<PagePost> listed, Optional<List<String>> newest, ChannelPosts posts) {
    List<String> ids = listed.stream().map(PagePost::id).toList();
    Set<String> old = new HashSet<>(newest.orElse(List.of()));
    if (!ids.isEmpty() && ids.stream().noneMatch(old::contains)) {
      old.addAll(posts.outBefore(ids));
    }
    return old;
  }

  /** The cursor of the page behind, if there is one. */
  static Optional<String> next(JsonNode body) {
    boolean more = body.path("paging").has("next") || body.path("data").size() >= PAGE;
    return AnswerJson.text(body.path("paging").path("cursors"), "after").filter(after -> more);
  }

  /**
   * @param after the cursor of the page before; empty for the newest
   */
  PlatformRequest request(Access access, String fields, int limit, String after) {
    PlatformRequest request =
        api.get(
                GraphApi.token(access),
                GraphApi.node(access.account().remoteId()) + "/published_posts")
            .query("fields", fields)
            .query("limit", String.valueOf(limit));
    return after.isEmpty() ? request : request.query("after", after);
  }
}
