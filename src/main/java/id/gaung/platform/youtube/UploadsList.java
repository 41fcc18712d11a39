package id.gaung.platform.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.ChannelPosts;
import id.gaung.platform.Evidence.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.LookUp;
import id.gaung.platform.PlatformRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The list of a channel's uploads, newest first; its owner sees private ones in it, too. */
final class UploadsList {

  private static final int PAGE = 50;

  private static final int PAGES = 10;

  /** So many of the newest are remembered: a person may delete some of them meanwhile. */
  private static final int REMEMBERED = 10;

  private final YouTubeApi api;

  UploadsList(YouTubeApi api) {
    this.api = api;
  }

  /**
   * An upload as the list tells of it.
   *
   * @param at by YouTube's clock; empty if it did not say
   */
  record Upload(String id, String title, String description, Optional<Instant> at) {

    static Optional<Upload> of(JsonNode item) {
      JsonNode snippet = item.path("snippet");
      JsonNode details = item.path("contentDetails");
      return AnswerJson.text(details, "videoId")
          .or(() -> AnswerJson.text(snippet.path("resourceId"), "videoId"))
          .map(
              id ->
                  new Upload(
                      id,
                      snippet.path("title").asText(""),
                      snippet.path("description").asText(""),
                      time(details.path("videoPublishedAt"))
                          .or(() -> time(snippet.path("publishedAt")))));
    }

    private static Optional<Instant> time(JsonNode text) {
      try {
        return text.isTextual() ? Optional.of(Instant.parse(text.textValue())) : Optional.empty();
      } catch (DateTimeException unreadable) {
        return Optional.empty();
      }
    }
  }

  /**
   * A page of the list.
   *
   * @param next empty if it was the last one
   */
  record Page(List<Upload> uploads, Optional<String> next) {}

  /**
   * @param after what the page before gave; empty for the newest
   */
  HttpOutcome ask(Access access, Optional<String> after, int most) {
    PlatformRequest request =
        api.get(access, "/playlistItems", "snippet,contentDetails")
            .query("playlistId", OwnChannel.uploads(access.account()))
            .query("maxResults", String.valueOf(most));
    return api.send(after.map(page -> request.query("pageToken", page)).orElse(request));
  }

  HttpOutcome ask(Access access, Optional<String> after) {
    return ask(access, after, PAGE);
  }

  /** Empty if it could not be read. A channel that never had a video has no list. */
  static Optional<Page> page(HttpOutcome outcome) {
    if (YouTubeApi.says(outcome, 404, "playlistNotFound")) {
      return Optional.of(new Page(List.of(), Optional.empty()));
    }
    return YouTubeApi.items(outcome)
        .map(
            items ->
                new Page(
                    items.stream().map(Upload::of).flatMap(Optional::stream).toList(),
                    YouTubeApi.good(outcome)
                        .flatMap(body -> AnswerJson.text(body, "nextPageToken"))));
  }

  /** The ids of the newest ones; empty if YouTube did not say. */
  Optional<List<String>> newest(Access access) {
    return page(ask(access, Optional.empty(), REMEMBERED))
        .map(page -> page.uploads().stream().map(Upload::id).toList());
  }

  /**
   * What was uploaded since an attempt began.
   *
   * @param bounded whether it is known what stood there before; else older ones may be among them
   * @param unread why not all of it could be read; empty if it could
   */
  record Since(List<Upload> uploads, boolean bounded, Optional<LookUp.Undecided> unread) {}

  /**
   * @param newest what stood there before; empty if that is not known
   */
  Since since(Access access, Optional<List<String>> newest, ChannelPosts posts) {
    List<Upload> since = new ArrayList<>();
    Optional<String> after = Optional.empty();
    for (int number = 0; number < PAGES; number++) {
      HttpOutcome outcome = ask(access, after);
      // Where something stood before, a list of nothing is no proof of nothing.
      boolean lost = number == 0 && newest.filter(ids -> !ids.isEmpty()).isPresent();
      Optional<Page> page = page(outcome).filter(one -> !lost || !one.uploads().isEmpty());
      if (page.isEmpty()) {
        return new Since(
            since,
            newest.isPresent(),
            Optional.of(LookUp.Undecided.because(api.failure(outcome), Kind.STATUSES_NOT_READ)));
      }
      Set<String> old = old(page.get().uploads(), newest, posts);
      for (Upload upload : page.get().uploads()) {
        if (old.contains(upload.id())) {
          return new Since(since, true, Optional.empty());
        }
        since.add(upload);
      }
      after = page.get().next();
      if (after.isEmpty()) {
        return new Since(since, newest.isPresent(), Optional.empty());
      }
    }
    return new Since(since, false, Optional.of(LookUp.Undecided.because(Kind.LIST_TOO_SHORT)));
  }

  private static Set<String> old(
      List<Upload> listed, Optional<List<String>> newest, ChannelPosts posts) {
    List<String> ids = listed.stream().map(Upload::id).toList();
    Set<String> old = new HashSet<>(newest.orElse(List.of()));
    if (!ids.isEmpty() && ids.stream().noneMatch(old::contains)) {
      old.addAll(posts.outBefore(ids));
    }
    return old;
  }
}
