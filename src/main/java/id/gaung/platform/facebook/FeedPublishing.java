package id.gaung.platform.facebook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import id.gaung.platform.Access;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.NoAnswer;
import id.gaung.platform.Picture;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import id.gaung.platform.RemotePost;
import id.gaung.platform.meta.GraphApi;
import id.gaung.platform.meta.GraphError;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The steps of publishing text, pictures or a link: each picture is uploaded unpublished, then a
 * mark, then the call on {@code /feed}, which alone is visible. Facebook has no key that makes it
 * safe to repeat.
 */
final class FeedPublishing {

  private final GraphApi api;
  private final URI web;
  private final PagePosts list;
  private final PhotoUpload photos;
  private final Clock clock;

  FeedPublishing(GraphApi api, URI web, Clock clock) {
    this.api = api;
    this.web = web;
    this.list = new PagePosts(api, web);
    this.photos = new PhotoUpload(api, clock);
    this.clock = clock;
  }

  PublishStep next(Access access, Publication publication, Checkpoint checkpoint) {
    PageProgress progress = photos.fresh(PageProgress.of(checkpoint));
    List<Picture> pictures = publication.pictures();
    if (progress.isMarked()) {
      return post(access, publication, progress);
    }
    if (pictures.isEmpty() && publication.card().isEmpty() && publication.text().isBlank()) {
      return new PublishStep.Failed(Failure.of(Kind.TEXT_REJECTED, "EMPTY", ""), Checkpoint.START);
    }
    for (int i = 0; i < pictures.size(); i++) {
      if (progress.photo(i).isEmpty()) {
        return photos.upload(access, pictures.get(i), i, progress);
      }
    }
    return new PublishStep.Continue(
        marked(access, publication, progress).checkpoint(), Duration.ZERO);
  }

  /** Adds what the Page shows before the call, once for all attempts. */
  PageProgress marked(Access access, Publication publication, PageProgress progress) {
    PageProgress marked = progress.marked(clock.instant());
    return progress.newest().isPresent()
        ? marked
        : publication
            .newestKnown()
            .map(List::of)
            .or(() -> list.newest(access))
            .map(marked::after)
            .orElse(marked);
  }

  private PublishStep post(Access access, Publication publication, PageProgress progress) {
    Map<String, String> form = new LinkedHashMap<>();
    if (!publication.text().isBlank()) {
      form.put("message", publication.text());
    }
    List<String> attached = progress.photos(publication.pictures().size());
    if (!attached.isEmpty()) {
      ArrayNode media = AnswerJson.object().putArray("media");
      attached.forEach(id -> media.addObject().put("media_fbid", id));
      form.put("attached_media", AnswerJson.write(media));
    }
    // Title and picture come from the page itself; ours are taken of verified sites alone.
    publication.card().ifPresent(card -> form.put("link", card.address().toString()));
    form.put("fields", "id,permalink_url");
    HttpOutcome outcome = api.post(GraphApi.token(access), page(access) + "/feed", form);
    return outcome.match(
        answer -> answered(access, progress, answer),
        notSent ->
            new PublishStep.Failed(NoAnswer.of(notSent, false), progress.unmarked().checkpoint()),
        unknown -> new PublishStep.Unknown(NoAnswer.of(unknown)));
  }

  private PublishStep answered(Access access, PageProgress progress, Answered answer) {
    Optional<String> id = GraphApi.id(answer).map(text -> whole(access, text));
    if (id.isPresent()) {
      URI address =
          GraphApi.good(answer)
              .flatMap(body -> PagePost.address(body, web))
              .orElse(PageAddresses.of(web, id.get()));
      return new PublishStep.Published(new RemotePost(id.get(), Optional.of(address)));
    }
    return refused(api, progress, answer);
  }

  /** Of the call that publishes, when it brought no post. */
  static PublishStep refused(GraphApi api, PageProgress progress, Answered answer) {
    Failure failure = api.failure(answer);
    Optional<GraphError> error = GraphApi.error(answer);
    if (error.isEmpty() || answer.ok() || FacebookErrors.isAmbiguous(error.get())) {
      return new PublishStep.Unknown(failure);
    }
    boolean lost = failure.kind() == Kind.MEDIA_REJECTED || error.get().isMissingObject();
    return new PublishStep.Failed(
        failure, (lost ? progress.anew() : progress.unmarked()).checkpoint());
  }

  static String page(Access access) {
    return GraphApi.node(access.account().remoteId());
  }

  /** A post's id with its Page's before it, by which everything else is asked. */
  static String whole(Access access, String id) {
    return id.contains("_") ? id : access.account().remoteId() + "_" + id;
  }
}
