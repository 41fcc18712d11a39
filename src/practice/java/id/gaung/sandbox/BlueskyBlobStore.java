package id.gaung.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Bluesky's uploads (com.atproto.repo.uploadBlob): any bytes, measured if they are a picture. */
final class BlueskyBlobStore {

  private final MediaDao media;
  private final Clock clock;
  private final BlueskySessionDoors sessions;
  private final BlueskyLimits limits;

  BlueskyBlobStore(Jdbi jdbi, Clock clock, BlueskySessionDoors sessions, BlueskyLimits limits) {
    this.clock = clock;
    this.sessions = sessions;
    this.limits = limits;
    media = jdbi.onDemand(MediaDao.class);
  }

  void register(Router router) {
    router.post("/xrpc/com.atproto.repo.uploadBlob", Purpose.CHANGE, this::uploadBlob);
  }

  private Answer uploadBlob(Call call) {
    PracticeAccount account = sessions.require(call);
    limits.upload(call, account);
    byte[] content = call.body();
    if (content.length == 0) {
      throw PracticeXrpc.invalid("A request body was expected but none was provided");
    }
    String mimeType = call.contentType().isEmpty() ? "*/*" : call.contentType();
    String cid = Cid.ofBlob(content);
    Optional<PictureSize> size = PictureSize.read(content);
    Instant now = clock.instant();
    media.create(
        account.id(),
        cid,
        mimeType,
        content,
        size.map(PictureSize::width).orElse(0),
        size.map(PictureSize::height).orElse(0),
        "",
        false,
        now,
        now);
    ObjectNode blob = PracticeJson.object().put("$type", "blob");
    blob.putObject("ref").put("$link", cid);
    blob.put("mimeType", mimeType).put("size", content.length);
    ObjectNode answer = PracticeJson.object();
    answer.set("blob", blob);
    return Answer.json(answer);
  }
}
