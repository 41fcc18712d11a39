package id.gaung.platform.instagram;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.Attachment;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.Picture;
import id.gaung.platform.PostOption;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import id.gaung.platform.meta.GraphApi;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The steps of publishing: a container for each picture, for several a carousel of them, or one for
 * the reel that a video becomes; waiting until Instagram has fetched them, a mark that it is about
 * to be published, the publishing itself ({@link MediaPublish}). Only the last is visible.
 */
final class ContainerPublishing {

  /** Meta advises to ask no longer for a picture. */
  private static final Duration GIVE_UP = Duration.ofMinutes(5);

  /** It fetches up to 300 MB and makes them anew. */
  private static final Duration GIVE_UP_REEL = Duration.ofMinutes(30);

  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(3);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final GraphApi api;
  private final MediaPublish last;
  private final Clock clock;

  ContainerPublishing(GraphApi api, Clock clock) {
    this.api = api;
    this.last = new MediaPublish(api);
    this.clock = clock;
  }

  PublishStep next(Access access, Publication publication, Checkpoint checkpoint) {
    ContainerProgress progress = ContainerProgress.of(checkpoint);
    int pictures = publication.pictures().size();
    if (progress.isMarked()) {
      return last.publish(access, progress);
    }
    if (pictures == 0 && publication.video().isEmpty()) {
      return new PublishStep.Failed(
          Failure.of(Kind.MEDIA_REJECTED, "NO_PICTURE", ""), Checkpoint.START);
    }
    if (progress.container().isPresent()) {
      return after(
          access,
          publication,
          waitFor(access, publication, progress.container().get(), progress, OptionalInt.empty()));
    }
    if (publication.video().isPresent()) {
      return create(access, reel(publication, publication.video().get()), progress, true, 0);
    }
    return pictures == 1
        ? single(access, publication, progress)
        : carousel(access, publication, progress);
  }

  /** Adds to the mark what the account shows before the call, once for all attempts. */
  private PublishStep after(Access access, Publication publication, PublishStep step) {
    if (!(step instanceof PublishStep.Continue next)) {
      return step;
    }
    ContainerProgress progress = ContainerProgress.of(next.checkpoint());
    if (!progress.isMarked() || progress.newest().isPresent()) {
      return step;
    }
    return publication
        .newestKnown()
        .map(List::of)
        .or(() -> new OwnMedia(api).newest(access))
        .<PublishStep>map(
            newest -> new PublishStep.Continue(progress.after(newest).checkpoint(), next.pause()))
        .orElse(step);
  }

  private PublishStep single(Access access, Publication publication, ContainerProgress progress) {
    Map<String, String> form = picture(publication.pictures().get(0));
    said(form, publication);
    return create(access, form, progress, true, 0);
  }

  private PublishStep carousel(Access access, Publication publication, ContainerProgress progress) {
    List<Picture> pictures = publication.pictures();
    for (int i = 0; i < pictures.size(); i++) {
      if (progress.child(i).isEmpty()) {
        Map<String, String> form = picture(pictures.get(i));
        form.put("is_carousel_item", "true");
        return create(access, form, progress, false, i);
      }
    }
    OptionalInt unready = progress.unready(pictures.size());
    if (unready.isPresent()) {
      String child = progress.child(unready.getAsInt()).orElseThrow();
      return waitFor(access, publication, child, progress, unready);
    }
    Map<String, String> form = new LinkedHashMap<>();
    form.put("media_type", "CAROUSEL");
    form.put("children", String.join(",", progress.children(pictures.size())));
    said(form, publication);
    return create(access, form, progress, true, 0);
  }

  /** A video alone is a reel: {@code media_type=VIDEO} is not taken any more. */
  private static Map<String, String> reel(Publication publication, Attachment.Video video) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("media_type", "REELS");
    form.put("video_url", video.publicUrl().toString());
    form.put("share_to_feed", "true");
    video.cover().ifPresent(cover -> form.put("cover_url", cover.publicUrl().toString()));
    said(form, publication);
    return form;
  }

  private static Map<String, String> picture(Picture picture) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("image_url", picture.publicUrl().toString());
    if (!picture.altText().isBlank()) {
      form.put("alt_text", picture.altText());
    }
    return form;
  }

  /** Of the whole post: a carousel's children refuse these. */
  private static void said(Map<String, String> form, Publication publication) {
    if (!publication.text().isBlank()) {
      form.put("caption", publication.text());
    }
    if (publication.says(PostOption.AI_LABEL)) {
      form.put("is_ai_generated", "true");
    }
  }

  /** A container made in vain harms nobody, so a lost answer is an ordinary hiccup. */
  private PublishStep create(
      Access access,
      Map<String, String> form,
      ContainerProgress progress,
      boolean whole,
      int child) {
    HttpOutcome outcome =
        api.post(
            GraphApi.token(access), GraphApi.node(access.account().remoteId()) + "/media", form);
    Optional<String> id = GraphApi.id(outcome);
    if (id.isEmpty()) {
      return new PublishStep.Failed(api.failure(outcome), progress.checkpoint());
    }
    return whole
        ? new PublishStep.Continue(
            progress.withContainer(id.get()).waiting(clock.instant()).checkpoint(), SHORTEST_PAUSE)
        : new PublishStep.Continue(progress.withChild(child, id.get()).checkpoint(), Duration.ZERO);
  }

  private PublishStep waitFor(
      Access access,
      Publication publication,
      String container,
      ContainerProgress progress,
      OptionalInt child) {
    boolean reel = publication.video().isPresent();
    HttpOutcome outcome =
        api.fields(GraphApi.token(access), GraphApi.node(container), "status_code,status");
    ContainerState state = ContainerState.of(outcome);
    return switch (state.code()) {
      case FINISHED -> finished(progress, child);
      case IN_PROGRESS -> pause(progress, reel ? "VIDEO_UNFINISHED" : "PICTURE_UNFINISHED", reel);
      case PUBLISHED ->
          child.isPresent()
              ? finished(progress, child)
              : new PublishStep.Unknown(Failure.of(Kind.REJECTED, "CONTAINER_PUBLISHED", ""));
      case EXPIRED ->
          new PublishStep.Failed(
              Failure.of(Kind.TRANSIENT, "CONTAINER_EXPIRED", ""), Checkpoint.START);
      case ERROR ->
          new PublishStep.Failed(InstagramErrors.ofContainer(state.text()), Checkpoint.START);
      case NOT_KNOWN -> notKnown(outcome, progress, reel);
    };
  }

  private PublishStep finished(ContainerProgress progress, OptionalInt child) {
    ContainerProgress next =
        child.isPresent() ? progress.ready(child.getAsInt()) : progress.marked(clock.instant());
    return new PublishStep.Continue(next.checkpoint(), Duration.ZERO);
  }

  /** A fresh container is sometimes not found for a moment, which the node's 100/33 says. */
  private PublishStep notKnown(HttpOutcome outcome, ContainerProgress progress, boolean reel) {
    return GraphApi.error(outcome).filter(InstagramErrors::isMissing).isPresent()
        ? pause(progress, "CONTAINER_NOT_FOUND", reel)
        : new PublishStep.Failed(api.failure(outcome), progress.checkpoint());
  }

  /** A reel that is not finished by then is stuck, so the next attempt begins with a new one. */
  private PublishStep pause(ContainerProgress progress, String trouble, boolean reel) {
    Instant now = clock.instant();
    ContainerProgress waiting = progress.waiting(now);
    Duration waited = Duration.between(waiting.waitingSince().orElse(now), now);
    if (waited.compareTo(reel ? GIVE_UP_REEL : GIVE_UP) > 0) {
      return new PublishStep.Failed(
          Failure.of(Kind.TRANSIENT, trouble, ""),
          reel ? Checkpoint.START : waiting.rested().checkpoint());
    }
    Duration half = waited.dividedBy(2);
    Duration pause = half.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : half;
    return new PublishStep.Continue(
        waiting.checkpoint(), pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
  }

  /**
   * What Instagram says of a container.
   *
   * @param text the field {@code status}, in which an error's subcode stands
   */
  record ContainerState(Code code, String text) {

    enum Code {
      IN_PROGRESS,
      /** May be published. */
      FINISHED,
      PUBLISHED,
      /** 24 hours went by without publishing. */
      EXPIRED,
      ERROR,
      /** No answer, or none of the above. */
      NOT_KNOWN
    }

    static ContainerState of(HttpOutcome outcome) {
      Optional<JsonNode> body = GraphApi.good(outcome);
      String code = body.map(b -> b.path("status_code").asText("")).orElse("");
      return new ContainerState(
          Arrays.stream(Code.values())
              .filter(c -> c.name().equals(code))
              .findFirst()
              .orElse(Code.NOT_KNOWN),
          body.map(b -> b.path("status").asText("")).orElse(""));
    }
  }
}
