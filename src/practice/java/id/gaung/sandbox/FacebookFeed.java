package id.gaung.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** A Page's photos and feed (reference/page/photos, reference/page/feed). */
final class FacebookFeed {

  private static final int MAX_MESSAGE = 63_206;
  private static final int MAX_BYTES = 10_000_000;
  private static final int MAX_ALT = 1_000;
  private static final Duration PHOTOS_LIVE = Duration.ofHours(24);

  /** Two of the same within that time are one too many. */
  private static final Duration DUPLICATE = Duration.ofMinutes(10);

  private static final Set<String> FORMATS = Set.of("jpeg", "png", "gif", "bmp");

  private final Jdbi jdbi;
  private final AccountDao accounts;
  private final MediaDao media;
  private final Clock clock;
  private final FacebookAccess access;
  private final FacebookPosts posts;

  FacebookFeed(Jdbi jdbi, Clock clock, FacebookAccess access, FacebookPosts posts) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.access = access;
    this.posts = posts;
    accounts = jdbi.onDemand(AccountDao.class);
    media = jdbi.onDemand(MediaDao.class);
  }

  void register(Router router) {
    router.post("/{id}/photos", Purpose.CHANGE, this::photo);
    router.post("/{id}/feed", Purpose.PUBLISH, this::post);
    router.add("DELETE", "/{id}", Purpose.CHANGE, this::delete);
  }

  private Answer photo(Call call) {
    PracticeAccount page = access.own(call, FacebookSignIn.PUBLISH);
    if (call.param("published").map(Boolean::valueOf).orElse(true)) {
      throw GraphErrors.parameter("Here photos are uploaded unpublished");
    }
    PracticeFile file =
        call.upload("source").orElseThrow(() -> GraphErrors.parameter("Requires upload file"));
    PictureSize size =
        PictureSize.read(file.content())
            .filter(read -> FORMATS.contains(read.format()))
            .orElseThrow(
                () -> GraphErrors.refuse(100, 1366046, "Your photos couldn't be uploaded."));
    String alt = call.param("alt_text_custom").orElse("");
    if (file.size() > MAX_BYTES || alt.length() > MAX_ALT) {
      throw GraphErrors.refuse(100, 1366046, "Photos should be smaller than 10 MB.");
    }
    Instant now = clock.instant();
    String id = posts.number(3);
    media.create(
        page.id(),
        id,
        "image/" + size.format(),
        file.content(),
        size.width(),
        size.height(),
        alt,
        false,
        now,
        now);
    return Answer.json(PracticeJson.object().put("id", id));
  }

  private Answer post(Call call) {
    PracticeAccount page = access.own(call, FacebookSignIn.PUBLISH);
    String message = call.param("message").orElse("");
    if (message.length() > MAX_MESSAGE) {
      throw GraphErrors.parameter("Param message must be at most 63206 characters long");
    }
    String link = call.param("link").orElse("");
    if (!link.isEmpty() && !link.matches("https?://\\S+")) {
      throw GraphErrors.refuse(100, 1609005, "The link could not be scraped.");
    }
    return jdbi.inTransaction(
        transaction -> {
          accounts.lock(page.id());
          List<PracticeMedia> photos = photos(call, page);
          if (message.isEmpty() && link.isEmpty() && photos.isEmpty()) {
            throw GraphErrors.parameter("Missing message or attachment");
          }
          if (photos.isEmpty() && isRepeated(page, message)) {
            throw GraphErrors.refuse(506, 0, "(#506) Duplicate status message");
          }
          ObjectNode said = PracticeJson.object();
          if (!link.isEmpty()) {
            said.put("link", link);
          }
          PracticePost post = posts.create(page, message, "", said);
          for (int i = 0; i < photos.size(); i++) {
            posts.attach(post, i, photos.get(i).id(), photos.get(i).alt());
          }
          ObjectNode answer = PracticeJson.object().put("id", post.remoteId());
          if (call.param("fields").orElse("").contains("permalink_url")) {
            answer.put("permalink_url", posts.permalink(page, post));
          }
          return Answer.json(answer);
        });
  }

  private boolean isRepeated(PracticeAccount page, String message) {
    return posts.list(page, Long.MAX_VALUE, clock.instant().minus(DUPLICATE), 1).stream()
        .anyMatch(last -> last.post().text().equals(message));
  }

  private List<PracticeMedia> photos(Call call, PracticeAccount page) {
    List<PracticeMedia> photos = new ArrayList<>();
    String attached = call.param("attached_media").orElse("[]");
    for (JsonNode one : PracticeJson.read(attached.getBytes(StandardCharsets.UTF_8))) {
      String id = one.path("media_fbid").asText("");
      PracticeMedia photo =
          media
              .find(page.id(), id)
              .filter(m -> m.createdAt().plus(PHOTOS_LIVE).isAfter(clock.instant()))
              .orElseThrow(() -> GraphErrors.missingObject(id));
      if (media.isShown(photo.id())) {
        throw GraphErrors.refuse(100, 1366051, "These photos were already posted.");
      }
      photos.add(photo);
    }
    return photos;
  }

  private Answer delete(Call call) {
    PracticeAccount page = access.caller(call, FacebookSignIn.PUBLISH);
    PracticePost post =
        posts
            .find(call, page, call.in("id"))
            .orElseThrow(() -> GraphErrors.missingObject(call.in("id")));
    posts.delete(post);
    return Answer.json(PracticeJson.object().put("success", true));
  }
}
