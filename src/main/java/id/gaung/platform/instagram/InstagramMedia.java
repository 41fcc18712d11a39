package id.gaung.platform.instagram;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.Attachment;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.Picture;
import id.gaung.platform.PostOption;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import id.gaung.platform.meta.ContainerNetwork;
import id.gaung.platform.meta.ContainerProgress;
import id.gaung.platform.meta.GraphApi;
import id.gaung.platform.meta.GraphError;
import id.gaung.platform.meta.MediaCodes;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Instagram's containers: of a picture, of several as a carousel, or of a video as a reel. */
final class InstagramMedia implements ContainerNetwork {

  private static final Names NAMES =
      new Names(
          "/media",
          "/media_publish",
          "/media",
          "id,caption,timestamp,permalink,media_type",
          "caption",
          "status_code",
          "status");

  private static final Duration UNKNOWN_CONTAINER_PAUSE = Duration.ofSeconds(30);

  private static final int MOST_UNKNOWN = 2;

  @Override
  public Names names() {
    return NAMES;
  }

  @Override
  public String account(Access access) {
    return GraphApi.node(access.account().remoteId());
  }

  @Override
  public Optional<Failure> against(Access access, Publication publication) {
    if (publication.says(PostOption.PAID_PARTNERSHIP)
        && !LoginKind.grants(access.account(), LoginKind.PARTNERSHIP)) {
      // Published without the label, it would be an advertisement that does not say so.
      return Optional.of(Failure.of(Kind.PERMISSION, "content.partnership-login", ""));
    }
    return publication.pictures().isEmpty() && publication.video().isEmpty()
        ? Optional.of(Failure.of(Kind.MEDIA_REJECTED, "NO_PICTURE", ""))
        : Optional.empty();
  }

  @Override
  public Map<String, String> whole(Publication publication, List<String> children) {
    Map<String, String> form =
        publication
            .video()
            .map(InstagramMedia::reel)
            .orElseGet(
                () ->
                    children.isEmpty()
                        ? picture(publication.pictures().get(0))
                        : ContainerNetwork.carousel(children));
    said(form, publication);
    return form;
  }

  /** A video alone is a reel: {@code media_type=VIDEO} is not taken any more. */
  private static Map<String, String> reel(Attachment.Video video) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("media_type", "REELS");
    form.put("video_url", video.publicUrl().toString());
    form.put("share_to_feed", "true");
    video.cover().ifPresent(cover -> form.put("cover_url", cover.publicUrl().toString()));
    return form;
  }

  @Override
  public Map<String, String> picture(Picture picture) {
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
    if (publication.says(PostOption.PAID_PARTNERSHIP)) {
      form.put("is_paid_partnership", "true");
    }
  }

  @Override
  public PublishStep.Failed failed(String reason, ContainerProgress progress) {
    return new PublishStep.Failed(InstagramErrors.ofContainer(reason), Checkpoint.START);
  }

  @Override
  public boolean isMissing(GraphError error) {
    return InstagramErrors.isMissing(error);
  }

  @Override
  public boolean isCertain(GraphError error) {
    return MediaCodes.isNotReady(error);
  }

  @Override
  public Optional<PublishStep> refused(
      GraphError error, Failure failure, ContainerProgress progress) {
    if (error.subcode() != 2207008) {
      return Optional.empty();
    }
    Failure later =
        new Failure(
            Kind.TRANSIENT, failure.code(), failure.detail(), Optional.of(UNKNOWN_CONTAINER_PAUSE));
    ContainerProgress again = progress.refused();
    return Optional.of(
        new PublishStep.Failed(
            later, again.refusals() < MOST_UNKNOWN ? again.checkpoint() : Checkpoint.START));
  }

  @Override
  public Optional<URI> address(JsonNode media) {
    return ContainerNetwork.super.address(media).map(MediaAddresses::kept);
  }

  /** A reel, or else a picture or a carousel. */
  @Override
  public boolean mayBe(JsonNode media, Publication publication) {
    String type = media.path("media_type").asText("");
    return type.isEmpty() || type.equals("VIDEO") == publication.video().isPresent();
  }
}
