package id.gaung.platform.facebook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import id.gaung.platform.Access;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.FilePart;
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

  /** Unpublished photos live about a day. */
  private static final Duration PHOTOS_LIVE = Duration.ofHours(22);

  private final GraphApi api;
  private final URI web;
  private final PagePosts list;
  private final Clock clock;

  FeedPublishing(GraphApi api, URI web, Clock clock) {
    this.api = api;
    this.web = web;
    this.list = new PagePosts(api, web);
    this.clock = clock;
  }

  PublishStep next(Access access, Publication publication, Checkpoint checkpoint) {
    PageProgress progress = fresh(PageProgress.of(checkpoint));
    List<Picture> pictures = publication.pictures();
    if (progress.isMarked()) {
      return post(access, publication, progress);
    }
    if (pictures.isEmpty() && publication.card().isEmpty() && publication.text().isBlank()) {
      return new PublishStep.Failed(Failure.of(Kind.TEXT_REJECTED, "EMPTY", ""), Checkpoint.START);
    }
    for (int i = 0; i < pictures.size(); i++) {
      if (progress.photo(i).isEmpty()) {
        return upload(access, pictures.get(i), i, progress);
      }
    }
    return new PublishStep.Continue(
        marked(access, publication, progress).checkpoint(), Duration.ZERO);
  }

  /** Photos that may be gone are uploaded again; a marked attempt is judged as it is. */
  private PageProgress fresh(PageProgress progress) {
    boolean old =
        progress
            .since()
            .filter(since -> since.plus(PHOTOS_LIVE).isBefore(clock.instant()))
            .isPresent();
    return old && !progress.isMarked() ? progress.anew() : progress;
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

  /** A photo uploaded in vain harms nobody, so a lost answer is an ordinary hiccup. */
  private PublishStep upload(Access access, Picture picture, int index, PageProgress progress) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("published", "false");
    if (!picture.altText().isBlank()) {
      form.put("alt_text_custom", picture.altText());
    }
    String end = picture.mimeType().endsWith("png") ? ".png" : ".jpg";
    HttpOutcome outcome =
        api.send(
            api.post(GraphApi.token(access), page(access) + "/photos")
                .multipart(
                    form,
                    List.of(
                        new FilePart(
                            "source",
                            "photo" + index + end,
                            picture.mimeType(),
                            picture.bytes(),
                            picture.content())))
                .uploading(picture.bytes()));
    return GraphApi.id(outcome)
        .<PublishStep>map(
            id ->
                new PublishStep.Continue(
                    progress.withPhoto(index, id, clock.instant()).checkpoint(), Duration.ZERO))
        .orElseGet(() -> new PublishStep.Failed(api.failure(outcome), progress.checkpoint()));
  }

  private PublishStep post(Access access, Publication publication, PageProgress progress) {
    Map<String, String> form = new LinkedHashMap<>();
    if (!publication.text().isBlank()) {
      form.put("message", publication.text());
    }
    List<String> photos = progress.photos(publication.pictures().size());
    if (!photos.isEmpty()) {
      ArrayNode attached = AnswerJson.object().putArray("media");
      photos.forEach(id -> attached.addObject().put("media_fbid", id));
      form.put("attached_media", AnswerJson.write(attached));
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
              .flatMap(body -> PagePosts.address(body, web))
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
