package id.gaung.platform.threads;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.Attachment;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.Picture;
import id.gaung.platform.PostText;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import id.gaung.platform.meta.ContainerNetwork;
import id.gaung.platform.meta.ContainerProgress;
import id.gaung.platform.meta.GraphError;
import id.gaung.platform.meta.MediaCodes;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Threads' containers: of a text, a picture, several as a carousel, or a video. */
class ThreadsMedia implements ContainerNetwork {

  private static final Names NAMES =
      new Names(
          "/threads",
          "/threads_publish",
          "/threads",
          ThreadsPosts.FIELDS,
          "text",
          "status",
          "error_message");

  /** What posts of the account are of; others may come. */
  private static final Set<String> TYPES =
      Set.of("TEXT_POST", "IMAGE", "VIDEO", "CAROUSEL_ALBUM", "AUDIO", ThreadsPosts.REPOST);

  /** Of a container that is not known yet: so often, so long, then another, so many in all. */
  private static final int MOST_REFUSALS = 3;

  private static final Duration REFUSED_PAUSE = Duration.ofSeconds(5);
  private static final int MOST_CONTAINERS = 3;

  @Override
  public Names names() {
    return NAMES;
  }

  /** Others report that writing under the account's number is refused at times, and this is not. */
  @Override
  public String account(Access access) {
    return "/me";
  }

  @Override
  public Optional<Failure> against(Access access, Publication publication) {
    boolean empty = publication.pictures().isEmpty() && publication.video().isEmpty();
    return empty && !PostText.isSeen(publication.text())
        ? Optional.of(Failure.of(Kind.TEXT_REJECTED, "EMPTY", ""))
        : Optional.empty();
  }

  @Override
  public Map<String, String> whole(Publication publication, List<String> children) {
    Map<String, String> form = attached(publication, children);
    if (!publication.text().isBlank()) {
      form.put("text", publication.text());
    }
    return form;
  }

  private Map<String, String> attached(Publication publication, List<String> children) {
    if (publication.video().isPresent()) {
      return video(publication.video().get());
    }
    if (publication.pictures().size() == 1) {
      return picture(publication.pictures().get(0));
    }
    if (!children.isEmpty()) {
      return ContainerNetwork.carousel(children);
    }
    Map<String, String> form = new LinkedHashMap<>();
    form.put("media_type", "TEXT");
    publication.card().ifPresent(card -> form.put("link_attachment", card.address().toString()));
    return form;
  }

  private static Map<String, String> video(Attachment.Video video) {
    return media("VIDEO", "video_url", video.publicUrl().toString(), video.altText());
  }

  @Override
  public Map<String, String> picture(Picture picture) {
    return media("IMAGE", "image_url", picture.publicUrl().toString(), picture.altText());
  }

  private static Map<String, String> media(String type, String field, String url, String altText) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("media_type", type);
    form.put(field, url);
    if (!altText.isBlank()) {
      form.put("alt_text", altText);
    }
    return form;
  }

  /** As documented by others: without a moment's rest a ready container is often not found. */
  @Override
  public Duration rest() {
    return Duration.ofSeconds(2);
  }

  /** What could not be fetched is tried with new containers, but not for ever. */
  @Override
  public PublishStep.Failed failed(String reason, ContainerProgress progress) {
    Failure failure = ThreadsErrors.ofContainer(reason);
    boolean again = ThreadsErrors.mayPass(reason) && progress.restarts() < MOST_CONTAINERS;
    return again
        ? new PublishStep.Failed(
            Failure.of(Kind.TRANSIENT, failure.code(), failure.detail()),
            progress.restarted().checkpoint())
        : new PublishStep.Failed(failure, Checkpoint.START);
  }

  @Override
  public boolean isMissing(GraphError error) {
    return ThreadsErrors.isMissing(error);
  }

  /** A post has no such field, and a container's id may lead to its post. */
  @Override
  public boolean tellsPublished(GraphError error) {
    return error.code() == 100 && error.message().contains("nonexisting field (status)");
  }

  @Override
  public boolean isCertain(GraphError error) {
    return ThreadsErrors.isNotFoundYet(error) || MediaCodes.isNotReady(error);
  }

  /** The same container a few times, its state asked each time, then another one. */
  @Override
  public Optional<PublishStep> refused(
      GraphError error, Failure failure, ContainerProgress progress) {
    if (!ThreadsErrors.isNotFoundYet(error)) {
      return Optional.empty();
    }
    if (progress.refusals() < MOST_REFUSALS) {
      return Optional.of(new PublishStep.Continue(progress.refused().checkpoint(), REFUSED_PAUSE));
    }
    return Optional.of(
        progress.restarts() < MOST_CONTAINERS - 1
            ? new PublishStep.Continue(progress.restarted().checkpoint(), REFUSED_PAUSE)
            : new PublishStep.Failed(failure, Checkpoint.START));
  }

  @Override
  public boolean mayBe(JsonNode media, Publication publication) {
    String type = media.path("media_type").asText("");
    return !ThreadsPosts.isReply(media)
        && (!TYPES.contains(type) || type.equals(type(publication)));
  }

  private static String type(Publication publication) {
    if (publication.video().isPresent()) {
      return "VIDEO";
    }
    return switch (publication.pictures().size()) {
      case 0 -> "TEXT_POST";
      case 1 -> "IMAGE";
      default -> "CAROUSEL_ALBUM";
    };
  }

  @Override
  public boolean statesAreLate() {
    return true;
  }
}
