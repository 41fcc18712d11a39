package id.gaung.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Mastodon's uploads (methods/media): 200 when ready at once, else 202, 206, then 200 or 422. */
final class MastodonMedia {

  private final MediaDao media;
  private final SettingDao settings;
  private final Clock clock;
  private final MastodonSignIn login;
  private final MastodonLimits limits;
  private final MastodonEntities entities;
  private final SandboxFaults faults;
  private final Duration videoTime;

  /**
   * @param videoTime how long a video is processed
   */
  MastodonMedia(
      Jdbi jdbi,
      Clock clock,
      MastodonSignIn login,
      MastodonLimits limits,
      MastodonEntities entities,
      SandboxFaults faults,
      Duration videoTime) {
    this.videoTime = videoTime;
    this.clock = clock;
    this.login = login;
    this.limits = limits;
    this.entities = entities;
    this.faults = faults;
    media = jdbi.onDemand(MediaDao.class);
    settings = jdbi.onDemand(SettingDao.class);
  }

  void register(Router router) {
    router.post("/api/v2/media", Purpose.CHANGE, this::upload);
    router.get("/api/v1/media/{id}", Purpose.READ, this::show);
    router.add("PUT", "/api/v1/media/{id}", Purpose.CHANGE, this::describe);
  }

  private Answer upload(Call call) {
    PracticeAccount account = login.require(call, "write:media").account();
    limits.call(call);
    limits.upload(call, account);
    PracticeFile file =
        call.upload("file").orElseThrow(() -> MastodonErrors.invalid("File can't be blank"));
    String description = call.param("description").orElse("");
    checkDescription(description);
    check(file);
    Instant now = clock.instant();
    boolean video = PracticeFile.isVideo(file.mimeType());
    boolean failed = strike(FaultKind.CONTAINER_ERROR, account).isPresent();
    Duration processing =
        strike(FaultKind.SLOW_MEDIA, account)
            .map(Fault::millis)
            .orElse(Duration.ZERO)
            .plus(video ? videoTime : Duration.ZERO);
    String id = "11" + String.format(Locale.ROOT, "%016d", settings.nextNumber());
    Instant readyAt = now.plus(processing);
    if (video) {
      byte[] cover = call.upload("thumbnail").map(PracticeFile::content).orElse(new byte[0]);
      media.createVideo(
          account.id(),
          id,
          file.mimeType(),
          file.content(),
          file.size(),
          cover,
          description,
          failed,
          now,
          readyAt);
    } else {
      PictureSize size = PictureSize.read(file.content()).orElseThrow();
      media.create(
          account.id(),
          id,
          file.mimeType(),
          file.content(),
          size.width(),
          size.height(),
          description,
          failed,
          now,
          readyAt);
    }
    boolean ready = processing.isZero() && !failed;
    return Answer.json(
        ready ? 200 : 202, entities.media(media.find(account.id(), id).orElseThrow()));
  }

  private static void check(PracticeFile file) {
    if (!MastodonInstance.MIME_TYPES.contains(file.mimeType())) {
      throw MastodonErrors.invalid("File content type is invalid, File is invalid");
    }
    if (PracticeFile.isVideo(file.mimeType())) {
      checkVideo(file);
      return;
    }
    Optional<PictureSize> size = PictureSize.read(file.content());
    if (size.isEmpty()) {
      throw MastodonErrors.invalid("File content type is invalid, File is invalid");
    }
    if (file.size() > MastodonInstance.IMAGE_SIZE_LIMIT) {
      throw MastodonErrors.invalid("File file size must be less than 16 MB");
    }
    if ((long) size.get().width() * size.get().height() > MastodonInstance.IMAGE_MATRIX_LIMIT) {
      throw MastodonErrors.refuse(
          422, size.get().width() + "x" + size.get().height() + " images are not supported");
    }
  }

  private static void checkVideo(PracticeFile file) {
    if (!file.beginsAsVideo()) {
      throw MastodonErrors.invalid("File content type is invalid, File is invalid");
    }
    if (file.size() > MastodonInstance.VIDEO_SIZE_LIMIT) {
      throw MastodonErrors.invalid("File file size must be less than 99 MB");
    }
  }

  private static void checkDescription(String description) {
    if (PracticeGraphemes.count(description) > MastodonInstance.DESCRIPTION_LIMIT) {
      throw MastodonErrors.invalid("Description character limit of 1500 exceeded");
    }
  }

  private Optional<Fault> strike(FaultKind kind, PracticeAccount account) {
    return faults.strike(kind, MastodonServer.NETWORK, Optional.of(account.id()), Purpose.CHANGE);
  }

  private Answer show(Call call) {
    PracticeMedia found = own(call);
    if (clock.instant().isBefore(found.readyAt())) {
      return Answer.json(206, entities.media(found));
    }
    return found.failed()
        ? MastodonErrors.error(422, "Error processing thumbnail for uploaded media")
        : Answer.json(entities.media(found));
  }

  private Answer describe(Call call) {
    PracticeMedia found = own(call);
    String description = call.param("description").orElse(found.alt());
    checkDescription(description);
    media.describe(found.id(), description);
    return Answer.json(entities.media(media.findById(found.id()).orElseThrow()));
  }

  /** The caller's upload, unless a status shows it already. */
  private PracticeMedia own(Call call) {
    PracticeAccount account = login.require(call, "write:media").account();
    limits.call(call);
    return media
        .find(account.id(), call.in("id"))
        .filter(found -> !media.isShown(found.id()))
        .orElseThrow(MastodonErrors::notFound);
  }
}
