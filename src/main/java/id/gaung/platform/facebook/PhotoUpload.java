package id.gaung.platform.facebook;

import id.gaung.platform.Access;
import id.gaung.platform.FilePart;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.Picture;
import id.gaung.platform.PublishStep;
import id.gaung.platform.meta.GraphApi;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Uploads photos that nobody sees until a post shows them. */
final class PhotoUpload {

  /** Unpublished photos live about a day. */
  private static final Duration PHOTOS_LIVE = Duration.ofHours(22);

  private final GraphApi api;
  private final Clock clock;

  PhotoUpload(GraphApi api, Clock clock) {
    this.api = api;
    this.clock = clock;
  }

  /** Photos that may be gone are uploaded again; a marked attempt is judged as it is. */
  PageProgress fresh(PageProgress progress) {
    boolean old =
        progress
            .since()
            .filter(since -> since.plus(PHOTOS_LIVE).isBefore(clock.instant()))
            .isPresent();
    return old && !progress.isMarked() ? progress.anew() : progress;
  }

  /** A photo uploaded in vain harms nobody, so a lost answer is an ordinary hiccup. */
  PublishStep upload(Access access, Picture picture, int index, PageProgress progress) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("published", "false");
    if (!picture.altText().isBlank()) {
      form.put("alt_text_custom", picture.altText());
    }
    String end = picture.mimeType().endsWith("png") ? ".png" : ".jpg";
    HttpOutcome outcome =
        api.send(
            api.post(GraphApi.token(access), FeedPublishing.page(access) + "/photos")
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
}
