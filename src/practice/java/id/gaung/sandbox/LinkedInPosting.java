package id.gaung.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** POST and DELETE /rest/posts. There is no key against duplicates, only a look at the text. */
final class LinkedInPosting {

  private static final int MAX_TEXT = 3000;
  private static final int NEWEST = 200;

  /** How long the same text is a duplicate; LinkedIn does not say. */
  private static final Duration SAME = Duration.ofHours(24);

  private final Jdbi jdbi;
  private final AccountDao accounts;
  private final PracticePostDao posts;
  private final SettingDao settings;
  private final SandboxFaults faults;
  private final Clock clock;
  private final LinkedInSignIn login;
  private final LinkedInQuota quota;
  private final LinkedInUploading uploads;

  LinkedInPosting(
      Jdbi jdbi,
      Clock clock,
      LinkedInSignIn login,
      LinkedInQuota quota,
      LinkedInUploading uploads) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.login = login;
    this.quota = quota;
    this.uploads = uploads;
    accounts = jdbi.onDemand(AccountDao.class);
    posts = jdbi.onDemand(PracticePostDao.class);
    settings = jdbi.onDemand(SettingDao.class);
    faults = new SandboxFaults(jdbi, clock);
  }

  void register(Router router) {
    router.post("/rest/posts", Purpose.PUBLISH, this::post);
    router.add("DELETE", "/rest/posts/{urn}", Purpose.CHANGE, this::delete);
  }

  /** A picture or a video that a post shows. */
  private record Shown(PracticeMedia media, String alt) {}

  private Answer post(Call call) {
    JsonNode asked = call.json();
    PracticeAccount page = login.page(call, LinkedInSignIn.WRITE, asked.path("author").asText(""));
    quota.post(page);
    for (String field : List.of("commentary", "visibility", "lifecycleState")) {
      if (!asked.path(field).isTextual()) {
        throw LinkedInProblems.invalid(
            400, "MISSING_FIELD", "Field is required", "ERROR :: /" + field + " :: required");
      }
    }
    String text = LinkedInTexts.shown(asked.path("commentary").asText());
    if (text.length() > MAX_TEXT) {
      throw LinkedInProblems.invalid(
          400,
          "FIELD_ARRAY_SIZE_TOO_HIGH",
          "Size of array cannot be higher than the maxLength",
          "ShareCommentary text length (%d characters) exceeded the maximum allowed (3000 characters)"
              .formatted(text.length()));
    }
    return jdbi.inTransaction(
        transaction -> {
          accounts.lock(page.id());
          duplicate(page, text)
              .ifPresent(
                  same -> {
                    throw LinkedInProblems.invalid(
                        422,
                        "DUPLICATE_POST",
                        "Duplicate post is detected",
                        "Content is a duplicate of " + same.remoteId());
                  });
          return created(page, text, asked, shown(page, asked.path("content")));
        });
  }

  private List<Shown> shown(PracticeAccount page, JsonNode content) {
    List<Shown> shown = new ArrayList<>();
    if (content.has("media")) {
      shown.add(shown(page, content.path("media"), "id"));
    }
    JsonNode images = content.path("multiImage").path("images");
    images.forEach(image -> shown.add(shown(page, image, "id")));
    if (content.has("multiImage") && (images.size() < 2 || images.size() > 20)) {
      throw LinkedInProblems.invalid(
          400, "FIELD_ARRAY_SIZE_TOO_LOW", "Size of array", "/content/multiImage/images :: size");
    }
    JsonNode article = content.path("article");
    if (content.has("article")
        && (article.path("title").asText("").isEmpty()
            || !article.path("source").asText("").startsWith("http"))) {
      throw LinkedInProblems.invalid(
          400, "MISSING_FIELD", "Field is required", "/content/article/title :: required");
    }
    if (article.has("thumbnail")) {
      uploads.ready(page, article.path("thumbnail").asText());
    }
    return shown;
  }

  private Shown shown(PracticeAccount page, JsonNode media, String field) {
    return new Shown(
        uploads.ready(page, media.path(field).asText()), media.path("altText").asText(""));
  }

  private Optional<PracticePost> duplicate(PracticeAccount page, String text) {
    Instant now = clock.instant();
    return text.isEmpty()
        ? Optional.empty()
        : posts
            .list(page.id(), 0, Long.MAX_VALUE, now.minus(SAME), now, now.plus(SAME), NEWEST)
            .stream()
            .filter(post -> post.text().equals(text))
            .findFirst();
  }

  private Answer created(PracticeAccount page, String text, JsonNode asked, List<Shown> shown) {
    Instant now = clock.instant();
    boolean share = shown.size() < 2 && shown.stream().noneMatch(one -> one.media().isVideo());
    long number = (now.toEpochMilli() << 22) | (settings.nextNumber() & 0x3fffff);
    String urn = "urn:li:" + (share ? "share" : "ugcPost") + ":" + number;
    ObjectNode kept = PracticeJson.object();
    kept.set("commentary", asked.path("commentary"));
    kept.set("content", asked.path("content"));
    Duration lag =
        faults
            .strike(
                FaultKind.INDEX_LAG,
                LinkedInServer.NETWORK,
                Optional.of(page.id()),
                Purpose.PUBLISH)
            .map(Fault::millis)
            .orElse(Duration.ZERO);
    long post =
        posts.create(
            new NewPost(
                page.id(),
                urn,
                urn,
                "",
                text,
                PracticeJson.write(kept),
                "",
                "Gaung",
                now,
                now.plus(lag)));
    for (int i = 0; i < shown.size(); i++) {
      posts.attach(post, i, shown.get(i).media().id(), shown.get(i).alt());
    }
    return Answer.text(201, "text/plain", "").with("x-restli-id", urn);
  }

  /** Deleted a second time it is answered as the first time. */
  private Answer delete(Call call) {
    PracticeToken person = login.person(call, LinkedInSignIn.WRITE);
    Optional<PracticePost> post =
        posts.find(LinkedInServer.NETWORK, call.in("urn"), clock.instant());
    if (post.filter(one -> !login.handles(person).contains(one.handle())).isPresent()) {
      throw LinkedInProblems.mayNot("Not enough permissions to delete this post");
    }
    post.ifPresent(one -> posts.delete(one.id(), clock.instant()));
    return Answer.text(204, "text/plain", "");
  }
}
