package id.gaung.platform.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.gaung.platform.Access;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Attachment;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.NoAnswer;
import id.gaung.platform.Piece;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.PublishStep;
import id.gaung.platform.WebAddress;
import id.gaung.platform.tiktok.DraftProgress.Part;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sends a video to the inbox: begun by a call that shows nothing to anybody, then byte by byte from
 * where an earlier attempt broke off. A draft of a video carries no words of ours.
 */
final class VideoDraft {

  /** The address is good for an hour; what is not through by then begins anew. */
  private static final Duration ADDRESS_LIFE = Duration.ofMinutes(55);

  private static final int MOST_ANEW = 2;

  private static final Pattern RANGE = Pattern.compile("bytes[ =](\\d{1,15})-(\\d{1,15})/.*");

  private final TikTokApi api;
  private final DraftStatus status;
  private final Clock clock;

  VideoDraft(TikTokApi api, DraftStatus status, Clock clock) {
    this.api = api;
    this.status = status;
    this.clock = clock;
  }

  PublishStep next(Access access, Attachment.Video video, DraftProgress progress) {
    if (progress.has(Part.SINCE)) {
      return status.next(access, progress);
    }
    if (!progress.has(Part.ID)) {
      return begin(access, video, progress);
    }
    if (progress.has(Part.DOUBT)) {
      return asked(access, video, progress);
    }
    boolean over =
        progress
            .instant(Part.BEGUN)
            .filter(at -> clock.instant().isBefore(at.plus(ADDRESS_LIFE)))
            .isEmpty();
    return over ? anew(progress, "upload-address-over") : send(video, progress);
  }

  private PublishStep begin(Access access, Attachment.Video video, DraftProgress progress) {
    ChunkPlan plan = new ChunkPlan(video.bytes());
    ObjectNode body = AnswerJson.object();
    body.putObject("source_info")
        .put("source", "FILE_UPLOAD")
        .put("video_size", plan.bytes())
        .put("chunk_size", plan.size())
        .put("total_chunk_count", plan.count());
    HttpOutcome outcome = api.post(access, "/v2/post/publish/inbox/video/init/", body);
    Optional<JsonNode> data = TikTokEnvelope.data(outcome);
    Optional<String> id = data.flatMap(told -> AnswerJson.text(told, "publish_id"));
    Optional<URI> address =
        data.flatMap(told -> AnswerJson.text(told, "upload_url")).flatMap(WebAddress::given);
    if (id.isEmpty() || address.isEmpty()) {
      return new PublishStep.Failed(api.failure(outcome), progress.checkpoint());
    }
    if (!api.config().isUploadHost(address.get())) {
      return new PublishStep.Failed(
          Failure.of(Kind.REJECTED, "REFUSED", "an upload address on another host"),
          progress.checkpoint());
    }
    return on(
        progress
            .with(Part.ID, id.get())
            .with(Part.ADDRESS, address.get())
            .with(Part.BEGUN, clock.instant()));
  }

  private PublishStep send(Attachment.Video video, DraftProgress progress) {
    ChunkPlan plan = new ChunkPlan(video.bytes());
    long from = progress.number(Part.OFFSET);
    Optional<URI> address = progress.address();
    if (from >= plan.bytes()) {
      return on(progress.with(Part.SINCE, clock.instant()));
    }
    if (address.isEmpty()) {
      return anew(progress, "upload-address-lost");
    }
    long end = plan.end(from);
    HttpOutcome outcome =
        api.send(
            // Whole as the server's address: what is behind the host is never shown.
            PlatformRequest.put(address.get(), "")
                .header("Content-Range", "bytes " + from + "-" + (end - 1) + "/" + plan.bytes())
                .file(video.mimeType(), end - from, Piece.of(video.content(), from, end - from))
                .uploading(end - from));
    return outcome.match(
        answer -> taken(answer, plan, end, progress),
        sent -> new PublishStep.Failed(NoAnswer.of(sent, false), progress.checkpoint()),
        unknown -> doubt(NoAnswer.of(unknown), progress));
  }

  private PublishStep taken(Answered answer, ChunkPlan plan, long end, DraftProgress progress) {
    if (answer.ok()) {
      long there = answer.status() == 201 ? plan.bytes() : there(answer).orElse(end);
      return on(reached(progress, plan, there));
    }
    return switch (answer.status()) {
      case 416 ->
          there(answer)
              .map(there -> on(reached(progress, plan, there)))
              .orElseGet(() -> doubt(refused(answer), progress));
      case 403, 404 -> anew(progress, "HTTP " + answer.status());
      case 400 -> new PublishStep.Failed(refused(answer), progress.anew().checkpoint());
      default -> doubt(refused(answer), progress);
    };
  }

  /** Of a part that is not whole its beginning is sent again. */
  private DraftProgress reached(DraftProgress progress, ChunkPlan plan, long there) {
    DraftProgress sure = progress.without(Part.DOUBT);
    return there >= plan.bytes()
        ? sure.with(Part.SINCE, clock.instant())
        : sure.with(Part.OFFSET, plan.begin(there));
  }

  /** How many bytes the upload host says are there. */
  private static Optional<Long> there(Answered answer) {
    return answer
        .header("Content-Range")
        .map(RANGE::matcher)
        .filter(Matcher::matches)
        .map(range -> Long.parseLong(range.group(2)) + 1);
  }

  private static Failure refused(Answered answer) {
    int code = answer.status();
    return Failure.of(
        code == 400 ? Kind.REJECTED : Kind.TRANSIENT, "HTTP " + code, "the upload host");
  }

  /** What arrived is asked before anything is sent again. */
  private static PublishStep doubt(Failure failure, DraftProgress progress) {
    return new PublishStep.Failed(failure, progress.with(Part.DOUBT, "yes").checkpoint());
  }

  private PublishStep asked(Access access, Attachment.Video video, DraftProgress progress) {
    ChunkPlan plan = new ChunkPlan(video.bytes());
    DraftState told = DraftState.of(api, access, progress);
    if (told.failure().isPresent()) {
      return new PublishStep.Failed(told.failure().get(), progress.checkpoint());
    }
    DraftProgress sure = progress.without(Part.DOUBT);
    return told.isUploading() && told.bytes() < plan.bytes()
        ? on(reached(sure, plan, told.bytes()))
        : status.judged(told, sure.with(Part.SINCE, clock.instant()));
  }

  private static PublishStep anew(DraftProgress progress, String code) {
    DraftProgress again = progress.anew();
    return again.number(Part.ANEW) > MOST_ANEW
        ? new PublishStep.Failed(
            Failure.of(Kind.REJECTED, code, "the upload host"), Checkpoint.START)
        : on(again);
  }

  private static PublishStep on(DraftProgress progress) {
    return new PublishStep.Continue(progress.checkpoint(), Duration.ZERO);
  }
}
