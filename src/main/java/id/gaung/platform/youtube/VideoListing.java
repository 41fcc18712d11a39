package id.gaung.platform.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.Listing;
import id.gaung.platform.RemotePost;
import id.gaung.platform.youtube.UploadsList.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a channel has published, fifty at a time, with what each video counts. */
final class VideoListing {

  private final YouTubeApi api;
  private final UploadsList uploads;
  private final VideoFigures figures;

  VideoListing(YouTubeApi api, UploadsList uploads, VideoFigures figures) {
    this.api = api;
    this.uploads = uploads;
    this.figures = figures;
  }

  Listing list(Access access, Instant since, Optional<String> after) {
    HttpOutcome listed = uploads.ask(access, after);
    Optional<Page> page = UploadsList.page(listed);
    if (page.isEmpty()) {
      return new Listing.Failed(api.failure(listed));
    }
    boolean older = page.get().uploads().stream().anyMatch(one -> isOlder(one, since));
    List<ListedUpload> asked =
        page.get().uploads().stream().filter(one -> !isOlder(one, since)).toList();
    // Behind what is older than asked for nothing newer comes.
    Page wanted = new Page(asked, older ? Optional.empty() : page.get().next());
    if (asked.isEmpty()) {
      return new Listing.Page(List.of(), wanted.next());
    }
    HttpOutcome counted =
        figures.ask(
            access, asked.stream().map(ListedUpload::id).toList(), "snippet,statistics,status");
    return YouTubeApi.items(counted)
        .<Listing>map(items -> page(wanted, VideoFigures.byId(items)))
        .orElseGet(() -> new Listing.Failed(api.failure(counted)));
  }

  private static boolean isOlder(ListedUpload upload, Instant since) {
    return upload.at().filter(at -> at.isBefore(since)).isPresent();
  }

  private Listing page(Page listed, Map<String, JsonNode> videos) {
    List<Listing.Post> posts = new ArrayList<>();
    for (ListedUpload upload : listed.uploads()) {
      Optional<JsonNode> shown =
          Optional.ofNullable(videos.get(upload.id())).filter(VideoListing::isPublic);
      if (shown.isPresent() && upload.at().isPresent()) {
        posts.add(
            new Listing.Post(
                new RemotePost(upload.id(), Optional.of(api.config().watch(upload.id()))),
                upload.at().get(),
                text(shown.get().path("snippet")),
                VideoCounts.of(shown.get())));
      }
    }
    return new Listing.Page(posts, listed.next());
  }

  /** Neither what only its owner sees nor what nobody can play. */
  private static boolean isPublic(JsonNode video) {
    VideoState state = VideoState.of(video);
    return !state.isPrivate() && !state.isOver();
  }

  /** A post's text is its description; many videos have a title alone. */
  private static String text(JsonNode snippet) {
    String description = snippet.path("description").asText("");
    return description.isBlank() ? snippet.path("title").asText("") : description;
  }
}
