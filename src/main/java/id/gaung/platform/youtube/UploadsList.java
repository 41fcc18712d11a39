package id.gaung.platform.youtube;

import id.gaung.platform.Access;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Failure;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.PlatformRequest;
import java.util.List;
import java.util.Optional;

/** The list of a channel's uploads, newest first; its owner sees private ones in it, too. */
final class UploadsList {

  private static final int PAGE = 50;

  /** So many of the newest are remembered: a person may delete some of them meanwhile. */
  private static final int REMEMBERED = 10;

  private final YouTubeApi api;

  UploadsList(YouTubeApi api) {
    this.api = api;
  }

  /** A page of the list; {@code next} is empty of the last one. */
  record Page(List<ListedUpload> uploads, Optional<String> next) {}

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
                    items.stream().map(ListedUpload::of).flatMap(Optional::stream).toList(),
                    YouTubeApi.good(outcome)
                        .flatMap(body -> AnswerJson.text(body, "nextPageToken"))));
  }

  /** The ids of the newest ones; empty if YouTube did not say. */
  Optional<List<String>> newest(Access access) {
    return page(ask(access, Optional.empty(), REMEMBERED))
        .map(page -> page.uploads().stream().map(ListedUpload::id).toList());
  }

  /** Why it was not read. */
  Failure failure(HttpOutcome outcome) {
    return api.failure(outcome);
  }
}
