package id.gaung.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** POST /api/v1/statuses, with the Idempotency-Key as a stock server honours it. */
final class MastodonPosting {

  /** How long a key is remembered. */
  private static final Duration KEY_LIFE = Duration.ofHours(1);

  private static final Duration MIN_SCHEDULE = Duration.ofMinutes(5);
  private static final List<String> VISIBILITIES =
      List.of("public", "unlisted", "private", "direct");

  private final Jdbi jdbi;
  private final AccountDao accounts;
  private final PracticePostDao posts;
  private final MediaDao media;
  private final SettingDao settings;
  private final Clock clock;
  private final MastodonSignIn login;
  private final MastodonLimits limits;
  private final MastodonEntities entities;
  private final SandboxFaults faults;

  MastodonPosting(
      Jdbi jdbi,
      Clock clock,
      MastodonSignIn login,
      MastodonLimits limits,
      MastodonEntities entities,
      SandboxFaults faults) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.login = login;
    this.limits = limits;
    this.entities = entities;
    this.faults = faults;
    accounts = jdbi.onDemand(AccountDao.class);
    posts = jdbi.onDemand(PracticePostDao.class);
    media = jdbi.onDemand(MediaDao.class);
    settings = jdbi.onDemand(SettingDao.class);
  }

  void register(Router router) {
    router.post("/api/v1/statuses", Purpose.PUBLISH, this::post);
  }

  private Answer post(Call call) {
    MastodonSignIn.Caller caller = login.require(call, "write:statuses");
    limits.call(call);
    limits.post(call, caller.account());
    return jdbi.inTransaction(
        transaction -> {
          accounts.lock(caller.account().id());
          Optional<Instant> scheduled = scheduledAt(call);
          Optional<PracticePost> first =
              scheduled.isPresent() ? Optional.empty() : repeated(call, caller.account());
          if (first.isPresent()) {
            if (strike(FaultKind.REPEAT_500, caller.account()).isPresent()) {
              throw MastodonErrors.refuse(500, "We're sorry, but something went wrong on our end.");
            }
            return Answer.json(entity(first.get(), caller.account()));
          }
          return create(call, caller, scheduled);
        });
  }

  /** What was posted with the same key; its content is not compared, as on the real server. */
  private Optional<PracticePost> repeated(Call call, PracticeAccount account) {
    String key = key(call);
    if (key.isEmpty() || strike(FaultKind.KEY_IGNORED, account).isPresent()) {
      return Optional.empty();
    }
    return posts.findByClientKey(account.id(), key, clock.instant().minus(KEY_LIFE));
  }

  private Answer create(Call call, MastodonSignIn.Caller caller, Optional<Instant> scheduled) {
    String text = call.param("status").orElse("");
    String spoiler = call.param("spoiler_text").orElse("");
    List<PracticeMedia> pictures = pictures(call, caller.account());
    if (text.isBlank() && pictures.isEmpty()) {
      throw MastodonErrors.invalid("Text can't be blank");
    }
    if (MastodonText.length(spoiler + text) > MastodonText.MAX_CHARACTERS) {
      throw MastodonErrors.invalid("Text character limit of 500 exceeded");
    }
    String visibility = call.param("visibility").orElse("public");
    if (!VISIBILITIES.contains(visibility)) {
      throw MastodonErrors.invalid("Visibility is not included in the list");
    }
    String parent = parent(call, caller.account());
    ObjectNode asked =
        PracticeJson.object()
            .put("in_reply_to_id", parent)
            .put("visibility", visibility)
            .put("language", call.param("language").orElse("id"))
            .put("spoiler_text", spoiler)
            .put("sensitive", call.param("sensitive").map(Boolean::valueOf).orElse(false));
    Instant at = scheduled.orElseGet(clock::instant);
    String id = statusId(at);
    Duration lag =
        strike(FaultKind.INDEX_LAG, caller.account()).map(Fault::millis).orElse(Duration.ZERO);
    long postId =
        posts.create(
            new NewPost(
                caller.account().id(),
                id,
                id,
                scheduled.isPresent() ? "" : key(call),
                text,
                PracticeJson.write(asked),
                "",
                caller.appName(),
                at,
                at.plus(lag)));
    for (int i = 0; i < pictures.size(); i++) {
      posts.attach(postId, i, pictures.get(i).id(), pictures.get(i).alt());
    }
    if (scheduled.isPresent()) {
      return Answer.json(MastodonScheduled.entity(Long.toString(postId), text, at));
    }
    PracticePost post = posts.find(MastodonServer.NETWORK, id, at).orElseThrow();
    return Answer.json(entity(post, caller.account()));
  }

  /** The status that is answered; empty if none is. */
  private String parent(Call call, PracticeAccount account) {
    String asked = call.param("in_reply_to_id").orElse("");
    boolean known =
        posts
            .find(MastodonServer.NETWORK, asked, clock.instant())
            .filter(post -> post.accountId() == account.id())
            .isPresent();
    if (!asked.isEmpty() && !known) {
      throw MastodonErrors.refuse(
          404, "The post you are trying to reply to does not appear to exist.");
    }
    return asked;
  }

  private List<PracticeMedia> pictures(Call call, PracticeAccount account) {
    List<String> ids = call.params("media_ids");
    if (ids.size() > MastodonInstance.MAX_ATTACHMENTS) {
      throw MastodonErrors.invalid("Cannot attach more than 4 files");
    }
    List<PracticeMedia> found = ids.stream().map(id -> picture(id, account)).toList();
    if (found.size() > 1 && found.stream().anyMatch(PracticeMedia::isVideo)) {
      throw MastodonErrors.invalid("Cannot attach a video to a post that already contains images");
    }
    return found;
  }

  private PracticeMedia picture(String id, PracticeAccount account) {
    PracticeMedia found =
        media
            .find(account.id(), id)
            .filter(upload -> !media.isShown(upload.id()))
            .orElseThrow(
                () ->
                    MastodonErrors.invalid(
                        "Media " + id + " not found or already attached to another post"));
    if (found.failed() || clock.instant().isBefore(found.readyAt())) {
      throw MastodonErrors.refuse(
          422, "Cannot attach files that have not finished processing. Try again in a moment!");
    }
    return found;
  }

  private Optional<Instant> scheduledAt(Call call) {
    Optional<String> asked = call.param("scheduled_at").filter(value -> !value.isBlank());
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    try {
      Instant at = OffsetDateTime.parse(asked.get()).toInstant();
      if (at.isBefore(clock.instant().plus(MIN_SCHEDULE))) {
        throw MastodonErrors.invalid("The scheduled date must be in the future");
      }
      return Optional.of(at);
    } catch (DateTimeParseException e) {
      throw MastodonErrors.invalid("Scheduled at is invalid");
    }
  }

  /** A snowflake: milliseconds above sixteen bits of a running number. */
  private String statusId(Instant at) {
    return Long.toString(at.toEpochMilli() << 16 | (settings.nextNumber() & 0xffff));
  }

  private ObjectNode entity(PracticePost post, PracticeAccount account) {
    return entities.status(post, account, posts.pictures(List.of(post.id())));
  }

  private Optional<Fault> strike(FaultKind kind, PracticeAccount account) {
    return faults.strike(kind, MastodonServer.NETWORK, Optional.of(account.id()), Purpose.PUBLISH);
  }

  private static String key(Call call) {
    return call.header("Idempotency-Key").orElse("");
  }
}
