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
    PracticeFile file = call.body();
    if (file.size() == 0) {
      throw PracticeXrpc.invalid("A request body was expected but none was provided");
    }
    String mimeType = call.contentType().isEmpty() ? "*/*" : call.contentType();
    String cid = Cid.ofBlob(file);
    Instant now = clock.instant();
    if (PracticeFile.isVideo(mimeType)) {
      media.createVideo(
          account.id(),
          cid,
          mimeType,
          file.content(),
          file.size(),
          new byte[0],
          "",
          false,
          now,
          now);
    } else {
      Optional<PictureSize> size = PictureSize.read(file.content());
      media.create(
          account.id(),
          cid,
          mimeType,
          file.content(),
          size.map(PictureSize::width).orElse(0),
          size.map(PictureSize::height).orElse(0),
          "",
          false,
          now,
          now);
    }
    ObjectNode answer = PracticeJson.object();
    answer.set("blob", blob(cid, mimeType, file.size()));
    return Answer.json(answer);
  }

  static ObjectNode blob(String cid, String mimeType, int size) {
    ObjectNode blob = PracticeJson.object().put("$type", "blob");
    blob.putObject("ref").put("$link", cid);
    return blob.put("mimeType", mimeType).put("size", size);
  }
}
