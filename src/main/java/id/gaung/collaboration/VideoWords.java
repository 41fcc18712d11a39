package id.gaung.collaboration;

import id.gaung.web.Formats;
import id.gaung.web.Translator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The limits of a video in plain words. */
public final class VideoWords {

  /** What is longer is no limit that a post could reach. */
  private static final Duration UNLIMITED = Duration.ofHours(12);

  private final VideoLimits limits;
  private final Translator words;
  private final Formats formats;

  public VideoWords(VideoLimits limits, Translator words, Formats formats) {
    this.limits = limits;
    this.words = words;
    this.formats = formats;
  }

  public String length() {
    String from = spoken(limits.shortest());
    String to = limits.longest().compareTo(UNLIMITED) < 0 ? spoken(limits.longest()) : "";
    if (!from.isEmpty() && !to.isEmpty()) {
      return words.get("phone.video.between", from, to);
    }
    if (!to.isEmpty()) {
      return words.get("phone.video.most", to);
    }
    return from.isEmpty() ? words.get("phone.video.free") : words.get("phone.video.least", from);
  }

  /**
   * In megabytes of a million bytes, as networks count.
   *
   * @param most bytes of a file that gets in here
   */
  public String size(long most) {
    long megabytes = Math.min(most, limits.maxBytes()) / 1_000_000;
    return words.get("phone.video.size", formats.number(megabytes));
  }

  public String shape() {
    List<String> parts = new ArrayList<>();
    limits.shapes().forEach(shape -> parts.add(words.name("phone.video.shape", shape)));
    if (limits.maxWidth() < Integer.MAX_VALUE) {
      parts.add(words.get("phone.video.width", formats.number(limits.maxWidth())));
    }
    return String.join(", ", parts);
  }

  /** The kinds of files by what their names end with: {@code MP4, MOV}. */
  public String files() {
    return limits.mimeTypes().stream()
        .map(type -> type.equals("video/quicktime") ? "mov" : type.replaceFirst("^video/", ""))
        .map(name -> name.toUpperCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  private String spoken(Duration length) {
    List<String> parts = new ArrayList<>();
    if (length.toMinutes() > 0) {
      parts.add(words.get("phone.video.minutes", formats.number(length.toMinutes())));
    }
    if (length.toSecondsPart() > 0) {
      parts.add(words.get("phone.video.seconds", formats.number(length.toSecondsPart())));
    }
    return String.join(" ", parts);
  }
}
