package id.gaung.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/** How far drafts are ("Get Video Status"). */
final class TikTokDraftStates {

  private final ContainerDao containers;
  private final MediaDao media;
  private final PracticePostDao posts;
  private final TikTokSignIn login;
  private final Clock clock;

  TikTokDraftStates(Jdbi jdbi, Clock clock, TikTokSignIn login) {
    this.clock = clock;
    this.login = login;
    containers = jdbi.onDemand(ContainerDao.class);
    media = jdbi.onDemand(MediaDao.class);
    posts = jdbi.onDemand(PracticePostDao.class);
  }

  void register(Router router) {
    router.post("/v2/post/publish/status/fetch/", Purpose.READ, this::status);
  }

  private Answer status(Call call) {
    PracticeAccount account = login.require(call, TikTokSignIn.UPLOAD);
    PracticeContainer draft =
        containers
            .find(call.param("publish_id").orElse(""), account.id())
            .orElseThrow(
                () ->
                    TikTokAnswers.refuse(
                        400, "invalid_publish_id", "The publish id does not exist."));
    boolean video = draft.kind() == PracticeContainer.Kind.VIDEO_JOB;
    ObjectNode data = PracticeJson.object().put("status", state(draft, video));
    data.put("fail_reason", draft.failed() ? draft.error() : "");
    data.put(
        video ? "uploaded_bytes" : "downloaded_bytes",
        video ? draft.mediaId().flatMap(media::findById).map(PracticeMedia::size).orElse(0) : 0);
    var ids = data.putArray("publicaly_available_post_id");
    if (draft.publishedAt().isPresent()) {
      posts
          .findByClientKey(account.id(), draft.id(), Instant.EPOCH)
          .ifPresent(post -> ids.add(Long.parseLong(post.remoteId())));
    }
    return TikTokAnswers.ok(data);
  }

  private String state(PracticeContainer draft, boolean video) {
    if (clock.instant().isBefore(draft.readyAt())) {
      return video ? "PROCESSING_UPLOAD" : "PROCESSING_DOWNLOAD";
    }
    if (draft.failed()) {
      return "FAILED";
    }
    return draft.publishedAt().isPresent() ? "PUBLISH_COMPLETE" : "SEND_TO_USER_INBOX";
  }
}
