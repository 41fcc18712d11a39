package id.gaung.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;

/** Instagram's containers: made, then waited for (content-publishing). */
final class InstagramContainers {

  private static final int MAX_CAPTION = 2200;
  private static final int MAX_HASHTAGS = 30;
  private static final int MAX_MENTIONS = 20;
  private static final int MAX_CHILDREN = 10;
  private static final int DAILY_CONTAINERS = 400;
  private static final Duration DAY = Duration.ofDays(1);
  private static final Pattern HASHTAG = Pattern.compile("#[\\p{L}\\p{M}\\p{N}_]+");
  private static final Pattern MENTION = Pattern.compile("@[A-Za-z0-9._]+");

  private final ContainerDao containers;
  private final Clock clock;
  private final Duration processing;
  private final GraphAccess access;
  private final boolean enforceLimits;
  private final ContainerVideos reels;
  private final ContainerParts parts;

  InstagramContainers(
      SandboxConfig config, Jdbi jdbi, Clock clock, GraphAccess access, SandboxFaults faults) {
    this.clock = clock;
    this.access = access;
    processing = config.containerTime();
    reels =
        new ContainerVideos(
            jdbi, clock, processing, new ContainerVideos.Reasons("2207026", "2207077"));
    parts =
        new ContainerParts(
            InstagramServer.GRAPH,
            jdbi,
            clock,
            faults,
            new PictureFetch(Set.of("jpeg"), 4.0 / 5, 1.91));
    enforceLimits = config.enforceLimits();
    containers = jdbi.onDemand(ContainerDao.class);
  }

  void register(Router router) {
    router.post("/{id}/media", Purpose.CHANGE, this::create);
  }

  private Answer create(Call call) {
    PracticeAccount account = access.own(call, InstagramServer.GRAPH.publish());
    Instant now = clock.instant();
    if (enforceLimits && containers.countSince(account.id(), now.minus(DAY)) >= DAILY_CONTAINERS) {
      throw GraphErrors.refuse(9, 2207042, "The account made too many containers in 24 hours.");
    }
    String type = call.param("media_type").orElse("IMAGE");
    boolean item = call.param("is_carousel_item").map(Boolean::valueOf).orElse(false);
    boolean failed = parts.fails(account);
    Duration slower = parts.slower(account);
    PracticeContainer container =
        new PracticeContainer(
            parts.nextId("178"),
            account.id(),
            kind(type, item),
            caption(call, item),
            ContainerParts.alt(call),
            item || type.equals("IMAGE")
                ? Optional.of(parts.picture(call, account, now))
                : Optional.empty(),
            type.equals("CAROUSEL")
                ? String.join(",", parts.children(call, account, MAX_CHILDREN))
                : "",
            failed,
            now,
            now.plus(processing).plus(slower),
            Optional.empty(),
            type.equals("REELS") ? ContainerParts.required(call, "video_url") : "",
            type.equals("REELS") ? call.param("cover_url").orElse("") : "",
            said(call, item),
            "");
    containers.create(container);
    if (container.isUnfetched()) {
      reels.begin(container);
    }
    return Answer.json(PracticeJson.object().put("id", container.id()));
  }

  /** What is said of the post beside its caption; a child of a carousel refuses it. */
  private String said(Call call, boolean item) {
    ObjectNode said = PracticeJson.object();
    if (call.param("is_ai_generated").map(Boolean::valueOf).orElse(false)) {
      if (item) {
        throw GraphErrors.parameter("is_ai_generated is not supported for carousel items");
      }
      said.put("is_ai_generated", true);
    }
    if (call.param("is_paid_partnership").map(Boolean::valueOf).orElse(false)) {
      access.own(call, InstagramPages.PARTNERSHIP);
      said.put("is_paid_partnership", true);
    }
    return PracticeJson.write(said);
  }

  private static PracticeContainer.Kind kind(String type, boolean item) {
    return switch (type) {
      case "IMAGE" -> item ? PracticeContainer.Kind.CAROUSEL_ITEM : PracticeContainer.Kind.IMAGE;
      case "CAROUSEL" -> PracticeContainer.Kind.CAROUSEL;
      case "REELS" -> PracticeContainer.Kind.REELS;
      default ->
          throw GraphErrors.refuse(
              100, 2207023, "The media type " + type + " is not supported; a video is a REELS.");
    };
  }

  private static String caption(Call call, boolean item) {
    String caption = item ? "" : call.param("caption").orElse("");
    if (caption.length() > MAX_CAPTION) {
      throw GraphErrors.refuse(
          36004,
          2207010,
          "The submitted caption is too long: " + caption.length() + " characters.");
    }
    if (HASHTAG.matcher(caption).results().count() > MAX_HASHTAGS
        || MENTION.matcher(caption).results().count() > MAX_MENTIONS) {
      throw GraphErrors.refuse(
          100, 2207040, "The caption has more than 30 hashtags or 20 mentions.");
    }
    return caption;
  }

  /** A container as read, if the account has one of this id. */
  Optional<ObjectNode> read(String id, PracticeAccount account) {
    return containers
        .find(id, account.id())
        .map(reels::current)
        .map(
            container -> {
              PracticeContainer.Status status = container.status(clock.instant());
              return PracticeJson.object()
                  .put("id", container.id())
                  .put("status_code", status.name())
                  .put("status", sentence(status, container.error()));
            });
  }

  private static String sentence(PracticeContainer.Status status, String error) {
    return switch (status) {
      case IN_PROGRESS -> "In Progress: Media is still being processed.";
      case FINISHED -> "Finished: Media has been uploaded and it is ready to be published.";
      case PUBLISHED -> "Published: Media has been successfully published.";
      case ERROR ->
          "Error: Media upload has failed with error code " + (error.isEmpty() ? "2207053" : error);
      case EXPIRED -> "Expired: Media was not published within 24 hours.";
    };
  }
}
