package id.gaung.platform.x;

import id.gaung.platform.Access;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.Presence;
import id.gaung.platform.Reading;
import id.gaung.platform.RemotePost;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads what X counts of posts. */
final class XFigures {

  /** As many ids as one call takes. */
  static final int BATCH = 100;

  private final XApi api;
  private final XNames names;

  XFigures(XApi api, XNames names) {
    this.api = api;
    this.names = names;
  }

  Map<RemotePost, Reading> read(Access access, List<RemotePost> posts) {
    boolean open = XApi.hasLogin(access);
    Reading untried =
        new Reading.Failed(
            open
                ? Failure.of(Kind.REJECTED, "UNNAMED", "the post's number is not known")
                : Failure.of(Kind.PERMISSION, "NOT_CONNECTED", ""));
    Map<RemotePost, Reading> readings = new LinkedHashMap<>();
    posts.forEach(post -> readings.put(post, untried));
    // One id that is none would have X refuse them all.
    List<RemotePost> asked =
        posts.stream().filter(post -> open && XAnswers.isId(post.remoteId())).toList();
    if (!asked.isEmpty()) {
      HttpOutcome outcome = ask(access, asked);
      Reading untold = new Reading.Failed(api.failure(outcome));
      Map<String, Reading> told = XAnswers.good(outcome).map(XTold::of).orElse(Map.of());
      asked.forEach(p -> readings.put(p, told.getOrDefault(p.remoteId(), untold)));
    }
    return readings;
  }

  private HttpOutcome ask(Access access, List<RemotePost> posts) {
    String ids =
        posts.stream().map(RemotePost::remoteId).distinct().collect(Collectors.joining(","));
    return api.send(
        XApi.get(access, XApi.POSTS).query("ids", ids).query(names.fields(), "public_metrics"));
  }

  Presence presence(Access access, RemotePost post) {
    return read(access, List.of(post))
        .entrySet()
        .iterator()
        .next()
        .getValue()
        .match(
            measured -> measured.equals(XTold.HIDDEN) ? Presence.UNKNOWN : Presence.PRESENT,
            absent -> Presence.GONE,
            failed -> Presence.UNKNOWN);
  }
}
