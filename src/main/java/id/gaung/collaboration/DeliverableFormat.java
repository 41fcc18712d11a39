package id.gaung.collaboration;

import id.gaung.web.Translator;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the office wants to see in a content. */
public enum DeliverableFormat {
  /** Photos or one video, as the creator likes. */
  ANY,
  PHOTO,
  VIDEO;

  private static final List<String> PHOTOS = List.of("image/jpeg", "image/png", "image/webp");
  private static final List<String> VIDEOS =
      List.of("video/mp4", "video/quicktime", ".mp4", ".mov");

  /** The one of that name; empty if there is none. */
  static Optional<DeliverableFormat> of(String name) {
    return Arrays.stream(values()).filter(format -> format.name().equals(name)).findFirst();
  }

  /** Those to choose from, name to label. */
  public static Map<String, String> choices(Translator words) {
    Map<String, String> choices = new LinkedHashMap<>();
    for (DeliverableFormat format : values()) {
      choices.put(format.name(), words.name("collaboration.format", format));
    }
    return choices;
  }

  public boolean takesPhotos() {
    return this != VIDEO;
  }

  public boolean takesVideo() {
    return this != PHOTO;
  }

  /** Why the other medium is refused, as a key; empty where both are taken. */
  public Optional<String> refusal() {
    return switch (this) {
      case ANY -> Optional.empty();
      case PHOTO -> Optional.of("collaboration.wants-photos");
      case VIDEO -> Optional.of("collaboration.wants-video");
    };
  }

  /** Whether the draft shows something else than was asked for, or nothing. */
  boolean isMissedBy(Submission draft) {
    return this != ANY && (this == VIDEO ? draft.video() : draft.photoId()).isEmpty();
  }

  /** What a page's file picker offers. */
  public String accept() {
    Stream<String> photos = PHOTOS.stream().filter(type -> takesPhotos());
    Stream<String> videos = VIDEOS.stream().filter(type -> takesVideo());
    return Stream.concat(photos, videos).collect(Collectors.joining(","));
  }

  public String icon() {
    return this == VIDEO ? "video" : "photo";
  }
}
