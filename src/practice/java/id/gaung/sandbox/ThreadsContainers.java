package id.gaung.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** Threads' containers: made, then waited for (posts, step 1). */
final class ThreadsContainers {

  private static final int MAX_CHILDREN = 20;

  private final ContainerDao containers;
  private final PracticePostDao posts;
  private final Clock clock;
  private final Duration processing;
  private final GraphAccess access;
  private final ContainerVideos videos;
  private final ContainerParts parts;

  ThreadsContainers(
      SandboxConfig config, Jdbi jdbi, Clock clock, GraphAccess access, SandboxFaults faults) {
    this.clock = clock;
    this.access = access;
    processing = config.containerTime();
    containers = jdbi.onDemand(ContainerDao.class);
    posts = jdbi.onDemand(PracticePostDao.class);
    videos =
        new ContainerVideos(
            jdbi,
            clock,
            processing,
            new ContainerVideos.Reasons("FAILED_PROCESSING_VIDEO", "FAILED_DOWNLOADING_VIDEO"));
    parts =
        new ContainerParts(
            ThreadsServer.GRAPH,
            jdbi,
            clock,
            faults,
            new PictureFetch(Set.of("jpeg", "png"), 0.1, 10));
  }

  void register(Router router) {
    router.post("/{id}/threads", Purpose.CHANGE, this::create);
  }

  private Answer create(Call call) {
    PracticeAccount account = access.own(call, ThreadsServer.GRAPH.publish());
    Instant now = clock.instant();
    String type = ContainerParts.required(call, "media_type");
    boolean item = call.param("is_carousel_item").map(Boolean::valueOf).orElse(false);
    PracticeContainer.Kind kind = kind(type, item);
    String text = item ? "" : ThreadsText.of(call, type.equals("TEXT"));
    String said = said(call, account, type);
    PracticeContainer container =
        new PracticeContainer(
            parts.nextId("178"),
            account.id(),
            kind,
            text,
            ContainerParts.alt(call),
            type.equals("IMAGE")
                ? Optional.of(parts.picture(call, account, now))
                : Optional.empty(),
            type.equals("CAROUSEL")
                ? String.join(",", parts.children(call, account, MAX_CHILDREN))
                : "",
            parts.fails(account),
            now,
            now.plus(processing).plus(parts.slower(account)),
            Optional.empty(),
            type.equals("VIDEO") ? ContainerParts.required(call, "video_url") : "",
            "",
            said,
            "");
    containers.create(container);
    if (container.isUnfetched()) {
      videos.begin(container);
    }
    return Answer.json(PracticeJson.object().put("id", container.id()));
  }

  private static PracticeContainer.Kind kind(String type, boolean item) {
    boolean media = type.equals("IMAGE") || type.equals("VIDEO");
    if (item && media) {
      return PracticeContainer.Kind.CAROUSEL_ITEM;
    }
    return switch (type) {
      case "TEXT" -> PracticeContainer.Kind.TEXT;
      case "IMAGE" -> PracticeContainer.Kind.IMAGE;
      case "VIDEO" -> PracticeContainer.Kind.REELS;
      case "CAROUSEL" -> PracticeContainer.Kind.CAROUSEL;
      default ->
          throw GraphErrors.parameter(
              "Param media_type must be one of {TEXT, IMAGE, VIDEO, CAROUSEL}");
    };
  }

  /**
   * What it answers, for whoever wrote what it all began with; and the address whose card is shown,
   * which only a text may have.
   */
  private String said(Call call, PracticeAccount account, String type) {
    ObjectNode said = PracticeJson.object();
    call.param("reply_to_id")
        .ifPresent(
            parent -> {
              access.own(call, ThreadsServer.ANSWERING.permission());
              said.put(CommentDoors.UNDER, answered(account, parent).remoteId());
            });
    call.param("link_attachment")
        .ifPresent(
            link -> {
              if (!type.equals("TEXT") || !link.matches("https?://\\S+")) {
                throw GraphErrors.parameter("link_attachment is a URL, for text posts only");
              }
              said.put("link_attachment", link);
            });
    return PracticeJson.write(said);
  }

  private PracticePost answered(PracticeAccount account, String id) {
    return posts
        .find(ThreadsServer.NETWORK, id, clock.instant())
        .filter(found -> found.accountId() == account.id())
        .orElseThrow(
            () -> GraphErrors.refuse(24, 4279009, "The requested resource does not exist"));
  }

  /** A container as read, if the account has one of this id. */
  Optional<ObjectNode> read(String id, PracticeAccount account) {
    return containers
        .find(id, account.id())
        .map(videos::current)
        .map(
            container -> {
              PracticeContainer.Status status = container.status(clock.instant());
              ObjectNode read =
                  PracticeJson.object().put("id", container.id()).put("status", status.name());
              return status == PracticeContainer.Status.ERROR
                  ? read.put("error_message", reason(container.error()))
                  : read.putNull("error_message");
            });
  }

  private static String reason(String error) {
    return error.isEmpty() ? "FAILED_PROCESSING_VIDEO" : error;
  }
}
