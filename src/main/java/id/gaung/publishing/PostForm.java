package id.gaung.publishing;

import id.gaung.collaboration.Submission.DraftPhoto;
import id.gaung.kernel.FieldError;
import id.gaung.kernel.Problem;
import id.gaung.platform.PostOption;
import id.gaung.publishing.ComposePost.PictureChoice;
import id.gaung.web.Form;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The composer's form: one text, time and picture for all chosen channels, and per channel what
 * differs, in fields named {@code text-CHANNEL}, {@code dueAt-CHANNEL} and {@code noPhoto-CHANNEL}.
 *
 * @param lead the ad line with which each text begins and which nobody types; empty without one
 * @param further photos after the first, by channel, as many as its network takes: of approved
 *     content, or in fields named {@code furtherIds} and {@code furtherAlt-PHOTO}
 */
record PostForm(Form form, String lead, Map<UUID, Further> further) {

  /**
   * Photos after the first on one channel.
   *
   * @param taken in the order in which they are shown
   * @param leftOut how many its network has no room for
   */
  record Further(List<PictureChoice> taken, int leftOut) {

    static final Further NONE = new Further(List.of(), 0);
  }

  PostForm(Form form) {
    this(form, "", Map.of());
  }

  List<UUID> channelIds() {
    return ids("channelIds");
  }

  /** What the post is chosen to be about; none for all of its campaign. */
  List<UUID> productIds() {
    return ids("productIds");
  }

  String textOf(UUID channelId) {
    String own = form.value("text-" + channelId);
    String typed = own.isEmpty() ? form.value("text") : own;
    if (lead.isEmpty() || typed.startsWith(lead.strip())) {
      return typed;
    }
    return typed.isEmpty() ? lead.strip() : lead + typed;
  }

  boolean withoutPhoto(UUID channelId) {
    return form.has("noPhoto-" + channelId, "yes");
  }

  /** Whether a file is chosen that does not come along while somebody types. */
  boolean hasNewPhoto() {
    return form.value("newPhoto").equals("yes");
  }

  String altText() {
    return form.value("altText");
  }

  /** The photos of the office's own post, the first one first; only that one if it is alone. */
  List<DraftPhoto> ownPhotos() {
    Optional<UUID> first = id("photoId");
    return Stream.concat(
            first.map(id -> new DraftPhoto(id, altText())).stream(),
            ids("furtherIds").stream()
                .filter(id -> !first.equals(Optional.of(id)))
                .map(id -> new DraftPhoto(id, form.value(furtherAlt(id)).strip())))
        .toList();
  }

  static String furtherAlt(UUID photoId) {
    return "furtherAlt-" + photoId;
  }

  /** What is missing of further photos: the first one, or words for those who cannot see them. */
  private List<FieldError> furtherErrors() {
    List<UUID> chosen = ids("furtherIds");
    if (chosen.isEmpty()) {
      return List.of();
    }
    if (id("photoId").isEmpty()) {
      return List.of(FieldError.of("media", "publishing.photo.first-missing"));
    }
    return chosen.stream()
        .filter(id -> !id("photoId").equals(Optional.of(id)))
        .filter(id -> form.value(furtherAlt(id)).isBlank())
        .map(id -> FieldError.of(furtherAlt(id), "publishing.alt-missing"))
        .toList();
  }

  /** What a command was refused for, at the fields of this form. */
  Problem placed(Problem problem) {
    return problem.errors().isEmpty()
        ? problem
        : Problem.invalid(problem.errors().stream().map(this::placed).distinct().toList());
  }

  private FieldError placed(FieldError error) {
    if (error.field().startsWith("dueAt-") && form.value(error.field()).isEmpty()) {
      return new FieldError("dueAt", error.key(), error.args());
    }
    if (error.field().startsWith("media-")) {
      return new FieldError("media", error.key(), error.args(), error.subject());
    }
    if (error.field().startsWith("altText-")) {
      return new FieldError("altText", error.key(), error.args());
    }
    return error.field().equals("renditions")
        ? new FieldError("channelIds", error.key(), error.args())
        : error;
  }

  /**
   * What was typed, as far as it can be read.
   *
   * @param command with a time far enough away in place of one that cannot be read
   * @param errors empty if it is all there
   */
  record Read(ComposePost command, List<FieldError> errors) {}

  /**
   * @param photoId of the post
   * @param sometime stands in for a time that is missing, so that the rest can be looked at
   */
  Read read(Optional<UUID> photoId, LocalDateTime sometime) {
    List<FieldError> errors = new ArrayList<>();
    List<ComposedRendition> renditions = new ArrayList<>();
    for (UUID channel : channelIds()) {
      String field = form.value("dueAt-" + channel).isEmpty() ? "dueAt" : "dueAt-" + channel;
      Optional<LocalDateTime> due = time(field);
      if (due.isEmpty()) {
        errors.add(
            FieldError.of(
                field, form.value(field).isEmpty() ? "field.required" : "field.datetime"));
      }
      renditions.add(
          new ComposedRendition(
              channel,
              textOf(channel),
              due.orElse(sometime),
              pictures(channel, photoId),
              options(channel)));
    }
    if (renditions.isEmpty()) {
      errors.add(FieldError.of("channelIds", "publishing.no-channel"));
      if (time("dueAt").isEmpty()) {
        errors.add(
            FieldError.of(
                "dueAt", form.value("dueAt").isEmpty() ? "field.required" : "field.datetime"));
      }
    }
    return new Read(
        new ComposePost(
            id("deliverableId"),
            id("campaignId"),
            productIds(),
            renditions,
            form.has("confirmTwin", "true")),
        Stream.concat(errors.stream(), furtherErrors().stream()).distinct().toList());
  }

  /** What is to follow it on a channel. */
  FollowingWords following(UUID channel) {
    return new PostOptions(options(channel)).following();
  }

  Map<PostOption, String> options(UUID channel) {
    Map<PostOption, String> said = new EnumMap<>(PostOption.class);
    for (PostOption option : PostOption.values()) {
      said.put(option, form.value(AskedOption.field(option, channel.toString())));
    }
    return new PostOptions(said).chosen();
  }

  /** What goes out on a channel: the photo, and those that follow it. */
  List<PictureChoice> pictures(UUID channel, Optional<UUID> photoId) {
    if (withoutPhoto(channel) || photoId.isEmpty()) {
      return List.of();
    }
    List<PictureChoice> pictures = new ArrayList<>();
    pictures.add(new PictureChoice(photoId.get(), altText()));
    for (PictureChoice more : further.getOrDefault(channel, Further.NONE).taken()) {
      // Drafts from before each photo had to be described.
      pictures.add(more.altText().isBlank() ? new PictureChoice(more.photoId(), altText()) : more);
    }
    return pictures;
  }

  /** How many of its photos do not go out on a channel, because its network takes no more. */
  int leftOut(UUID channel, Optional<UUID> photoId) {
    return pictures(channel, photoId).isEmpty()
        ? 0
        : further.getOrDefault(channel, Further.NONE).leftOut();
  }

  Optional<LocalDateTime> time(String field) {
    try {
      return Optional.of(LocalDateTime.parse(form.value(field)));
    } catch (DateTimeParseException unreadable) {
      return Optional.empty();
    }
  }

  Optional<UUID> id(String field) {
    return parse(form.value(field));
  }

  private List<UUID> ids(String field) {
    return form.values(field).stream().flatMap(v -> parse(v.strip()).stream()).distinct().toList();
  }

  static Optional<UUID> parse(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }
}
