package id.gaung.platform.x;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.gaung.platform.Access;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.FilePart;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.Picture;
import id.gaung.platform.PublishStep;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Uploads pictures and says what they show. Nobody sees any of it before it is posted. */
final class XPictures {

  private final XApi api;
  private final Clock clock;

  XPictures(XApi api, Clock clock) {
    this.api = api;
    this.clock = clock;
  }

  /** The next step of the pictures; empty if all of them are there. */
  Optional<PublishStep> next(Access access, List<Picture> pictures, XProgress progress) {
    for (int i = 0; i < pictures.size(); i++) {
      Picture picture = pictures.get(i);
      Optional<String> id = progress.media(i);
      if (id.isEmpty()) {
        return Optional.of(upload(access, picture, i, progress));
      }
      if (!picture.altText().isBlank() && !progress.isDescribed(i)) {
        return Optional.of(describe(access, picture, id.get(), i, progress));
      }
    }
    return Optional.empty();
  }

  private PublishStep upload(Access access, Picture picture, int index, XProgress progress) {
    String type = picture.mimeType();
    String name = "gambar." + type.substring(type.indexOf('/') + 1);
    FilePart file = new FilePart("media", name, type, picture.bytes(), picture.content());
    HttpOutcome outcome =
        api.send(
            XApi.post(access, XMedia.UPLOAD)
                .multipart(Map.of("media_category", "tweet_image"), List.of(file))
                .uploading(picture.bytes()));
    return XMedia.id(outcome)
        .map(id -> XMedia.on(progress.uploaded(index, id, clock.instant())))
        .orElseGet(() -> refused(outcome, progress));
  }

  private PublishStep describe(
      Access access, Picture picture, String id, int index, XProgress progress) {
    ObjectNode body = AnswerJson.object().put("id", id);
    body.putObject("metadata").putObject("alt_text").put("text", picture.altText());
    HttpOutcome outcome = api.send(XApi.post(access, "/2/media/metadata").json(body));
    return XAnswers.isOk(outcome)
        ? XMedia.on(progress.described(index))
        : refused(outcome, progress);
  }

  private PublishStep refused(HttpOutcome outcome, XProgress progress) {
    return new PublishStep.Failed(XMedia.refused(api.failure(outcome)), progress.checkpoint());
  }
}
