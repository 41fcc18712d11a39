package id.gaung.platform.telegram;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.gaung.platform.Access;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Attachment;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.FilePart;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.LookUp;
import id.gaung.platform.LookUpRequest;
import id.gaung.platform.NoAnswer;
import id.gaung.platform.Picture;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.PostText;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Publishes a post: a mark that it is about to be sent, then one call that sends it whole, files
 * and all. Nothing is prepared before. A call without an answer is for a person, who looks in the
 * app, unless a second bot saw the post. A text goes out as it is, without any markup.
 */
final class MessagePublishing {

  private final BotApi api;
  private final TelegramAddresses addresses;
  private final ChannelWatch watch;
  private final MessageSearch search;
  private final Clock clock;

  MessagePublishing(BotApi api, ChannelWatch watch, TelegramAddresses addresses, Clock clock) {
    this.api = api;
    this.watch = watch;
    this.addresses = addresses;
    this.clock = clock;
    this.search = new MessageSearch(watch, addresses, clock);
  }

  PublishStep next(Access access, Publication publication, Checkpoint checkpoint) {
    boolean alone = publication.pictures().isEmpty() && publication.video().isEmpty();
    if (alone && !PostText.isSeen(publication.text())) {
      return failed(Failure.of(Kind.TEXT_REJECTED, "EMPTY", ""));
    }
    if (!new MessageMark(checkpoint).isSet()) {
      return new PublishStep.Continue(mark(access, publication).checkpoint(), Duration.ZERO);
    }
    return api.send(request(access, publication).patient())
        .match(
            answer -> answered(access, answer),
            notSent -> failed(NoAnswer.of(notSent, false)),
            unknown -> new PublishStep.Unknown(NoAnswer.of(unknown)));
  }

  /** With what stood there before, where a second bot can look afterwards. */
  private MessageMark mark(Access access, Publication publication) {
    Optional<ToldBefore> before =
        ChannelWatch.token(access).isEmpty()
            ? Optional.empty()
            : publication
                .newestKnown()
                .flatMap(MessageIds::of)
                .map(ids -> new ToldBefore(ids.last(), 0))
                .or(() -> watch.before(access));
    return MessageMark.at(clock.instant(), MessageShape.of(publication), before);
  }

  private static PublishStep failed(Failure failure) {
    return new PublishStep.Failed(failure, Checkpoint.START);
  }

  /** A status in the 500s, or a good one without a message inside, says nothing. */
  private PublishStep answered(Access access, Answered answer) {
    if (answer.ok() || answer.status() >= 500 || answer.status() == 408) {
      return BotApi.result(answer)
          .flatMap(MessageIds::sent)
          .map(ids -> addresses.post(access.account(), ids))
          .<PublishStep>map(PublishStep.Published::new)
          .orElseGet(() -> new PublishStep.Unknown(TelegramFailures.of(answer)));
    }
    return failed(TelegramFailures.of(answer));
  }

  /** Where a person says it is; else certain only before the call was marked, or if it is seen. */
  LookUp lookUp(Access access, LookUpRequest request) {
    return request
        .at()
        .flatMap(address -> addresses.named(access.account(), address))
        .<LookUp>map(LookUp.Found::new)
        .orElseGet(
            () ->
                new MessageMark(request.checkpoint()).isSet()
                    ? search.find(access, request)
                    : new LookUp.NotPublished(request.checkpoint()));
  }

  private static PlatformRequest request(Access access, Publication publication) {
    if (publication.video().isPresent()) {
      return video(access, publication, publication.video().get());
    }
    List<Picture> pictures = publication.pictures();
    if (pictures.isEmpty()) {
      return BotApi.post(access, "sendMessage")
          .json(
              AnswerJson.object()
                  .put("chat_id", access.account().remoteId())
                  .put("text", publication.text()));
    }
    return pictures.size() == 1
        ? photo(access, publication, pictures.get(0))
        : album(access, publication, pictures);
  }

  private static PlatformRequest photo(Access access, Publication publication, Picture picture) {
    return BotApi.post(access, "sendPhoto")
        .multipart(fields(access, publication), List.of(part("photo", publication, picture)))
        .uploading(picture.bytes());
  }

  /** The text stands under the first picture, as the whole album's. */
  private static PlatformRequest album(
      Access access, Publication publication, List<Picture> pictures) {
    ArrayNode media = JsonNodeFactory.instance.arrayNode();
    List<FilePart> files = new ArrayList<>();
    for (int i = 0; i < pictures.size(); i++) {
      String name = "photo" + i;
      ObjectNode one = media.addObject().put("type", "photo").put("media", "attach://" + name);
      if (i == 0 && PostText.isSeen(publication.text())) {
        one.put("caption", publication.text());
      }
      files.add(part(name, publication, pictures.get(i)));
    }
    return BotApi.post(access, "sendMediaGroup")
        .multipart(
            Map.of("chat_id", access.account().remoteId(), "media", AnswerJson.write(media)), files)
        .uploading(pictures.stream().mapToLong(Picture::bytes).sum());
  }

  private static PlatformRequest video(
      Access access, Publication publication, Attachment.Video video) {
    Map<String, String> fields = fields(access, publication);
    fields.put("supports_streaming", "true");
    fields.put("duration", String.valueOf(Math.max(1, video.duration().toSeconds())));
    if (video.width() > 0 && video.height() > 0) {
      fields.put("width", String.valueOf(video.width()));
      fields.put("height", String.valueOf(video.height()));
    }
    List<FilePart> files = new ArrayList<>();
    files.add(
        new FilePart(
            "video", publication.id() + ".mp4", video.mimeType(), video.bytes(), video.content()));
    video
        .cover()
        .ifPresent(
            cover -> {
              fields.put("cover", "attach://still");
              files.add(part("still", publication, cover));
            });
    return BotApi.post(access, "sendVideo").multipart(fields, files).uploading(video.bytes());
  }

  private static Map<String, String> fields(Access access, Publication publication) {
    Map<String, String> fields = new TreeMap<>();
    fields.put("chat_id", access.account().remoteId());
    if (PostText.isSeen(publication.text())) {
      fields.put("caption", publication.text());
    }
    return fields;
  }

  private static FilePart part(String field, Publication publication, Picture picture) {
    String end = picture.mimeType().endsWith("png") ? ".png" : ".jpg";
    return new FilePart(
        field,
        publication.id() + "-" + field + end,
        picture.mimeType(),
        picture.bytes(),
        picture.content());
  }
}
