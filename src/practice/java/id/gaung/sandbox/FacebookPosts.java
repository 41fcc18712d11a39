package id.gaung.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.gaung.sandbox.CalledPosts.Pictured;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** The posts of Pages: made, found, and shown as the Graph API shows them. */
final class FacebookPosts {

  /** What a post may be asked for, although it need not have it. */
  static final Set<String> FIELDS =
      Set.of("message", "shares", "attachments", "application", "is_published");

  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxx", Locale.ROOT);

  private final PracticePostDao posts;
  private final CalledPosts called;
  private final SettingDao settings;
  private final SandboxFaults faults;
  private final Clock clock;
  private final URI base;

  FacebookPosts(Jdbi jdbi, Clock clock, URI base) {
    this.clock = clock;
    this.base = base;
    posts = jdbi.onDemand(PracticePostDao.class);
    called = new CalledPosts(FacebookServer.NETWORK, jdbi, clock);
    settings = jdbi.onDemand(SettingDao.class);
    faults = new SandboxFaults(jdbi, clock);
  }

  /** A number never given before, behind a digit of its kind. */
  String number(int kind) {
    return kind + String.format(Locale.ROOT, "%014d", settings.nextNumber());
  }

  /**
   * @param key the video it shows; empty for none
   * @param said what else is known of it
   * @return as it is stored
   */
  PracticePost create(PracticeAccount page, String text, String key, ObjectNode said) {
    Instant now = clock.instant();
    Duration lag =
        faults
            .strike(
                FaultKind.INDEX_LAG,
                FacebookServer.NETWORK,
                Optional.of(page.id()),
                Purpose.PUBLISH)
            .map(Fault::millis)
            .orElse(Duration.ZERO);
    String number = number(9);
    String id = page.remoteId() + "_" + number;
    posts.create(
        new NewPost(
            page.id(),
            id,
            // A reel's address holds the video's number.
            key.isEmpty() ? number : key,
            key,
            text,
            PracticeJson.write(said),
            "",
            FacebookServer.CLIENT_ID,
            now,
            now.plus(lag)));
    return posts.find(FacebookServer.NETWORK, id, now).orElseThrow();
  }

  void attach(PracticePost post, int position, long mediaId, String alt) {
    posts.attach(post.id(), position, mediaId, alt);
  }

  /** The caller's post of that id. */
  Optional<PracticePost> find(Call call, PracticeAccount page, String id) {
    return called.find(call, id).filter(post -> post.accountId() == page.id());
  }

  Pictured with(Call call, PracticePost post) {
    return called.with(call, post);
  }

  /** The one that shows the video. */
  Optional<PracticePost> ofVideo(PracticeAccount page, String video) {
    return posts.findByClientKey(page.id(), video, Instant.EPOCH);
  }

  List<Pictured> list(PracticeAccount page, long before, Instant since, int limit) {
    Instant now = clock.instant();
    return called.with(posts.list(page.id(), 0, before, since, now, now, limit));
  }

  void delete(PracticePost post) {
    posts.delete(post.id(), clock.instant());
  }

  String permalink(PracticeAccount page, PracticePost post) {
    ObjectNode said = PracticeJson.readObject(post.recordJson());
    return said.path("reel").asBoolean(false)
        ? base + "/reel/" + post.shortCode() + "/"
        : base + "/" + page.remoteId() + "/posts/" + post.shortCode();
  }

  /** With every field that it has. */
  ObjectNode shown(PracticeAccount page, Pictured pictured) {
    PracticePost post = pictured.post();
    PracticeEngagement counts = EngagementModel.of(page, post, clock.instant());
    ObjectNode shown =
        PracticeJson.object()
            .put("id", post.remoteId())
            .put("created_time", TIMESTAMP.format(post.createdAt().atOffset(ZoneOffset.UTC)))
            .put("permalink_url", permalink(page, post))
            .put("is_published", true);
    if (!post.text().isEmpty()) {
      shown.put("message", post.text());
    }
    shown.putObject("application").put("id", post.appName()).put("name", "Gaung");
    if (counts.shares() > 0) {
      shown.putObject("shares").put("count", counts.shares());
    }
    total(shown, "comments", counts.comments());
    total(shown, "reactions", counts.likes());
    attachments(pictured, shown);
    return shown;
  }

  private static void attachments(Pictured post, ObjectNode shown) {
    ArrayNode data = shown.putObject("attachments").putArray("data");
    for (PostPicture one : post.pictures()) {
      data.addObject()
          .put("media_type", one.isVideo() ? "video" : "photo")
          .putObject("target")
          .put("id", one.isVideo() ? post.post().clientKey() : one.remoteId());
    }
  }

  private static void total(ObjectNode shown, String edge, long count) {
    ObjectNode listed = shown.putObject(edge);
    listed.putArray("data");
    listed.putObject("summary").put("total_count", count);
  }
}
