package id.gaung.platform;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a network takes, for one account. Pure: no call leaves. */
public interface ContentRules {

  /** How long a text is, counted as the network counts. */
  TextLength length(String text);

  /** The same under pictures or a video, where some networks leave a text less room. */
  default TextLength captionLength(String text) {
    return length(text);
  }

  /** The text cut into plain parts, links, hashtags and mentions, as the network will show them. */
  List<Segment> segments(String text);

  /** The same parts as they go out: what is shortened for readers is so here. */
  default List<Segment> asShown(String text) {
    return segments(text);
  }

  PictureRules pictures();

  /** The same for whoever posts by the network's own app, which makes videos fit. */
  default ContentRules byHand() {
    return this;
  }

  /** What a video must be; empty where none is taken. */
  default Optional<VideoRules> video() {
    return Optional.empty();
  }

  /** Whether a post may have no picture. Instagram refuses text alone. */
  boolean textAlone();

  /**
   * Everything that stands against posting this; empty if nothing does.
   *
   * @param pictures as they will be sent
   */
  List<Issue> check(String text, List<PictureFacts> pictures);

  /**
   * The same of a post with a video, which never goes with pictures.
   *
   * @param video as it was uploaded: nothing is transcoded
   */
  default List<Issue> check(String text, VideoFacts video) {
    return VideoCheck.check(video(), video);
  }

  /** A part of a text. */
  record Segment(Kind kind, String text) {
    public enum Kind {
      PLAIN,
      LINK,
      HASHTAG,
      MENTION
    }
  }

  /** What the check needs to know of a picture. */
  record PictureFacts(String mimeType, long bytes, int width, int height, String altText) {}

  /**
   * What the check needs to know of a video.
   *
   * @param width as it is seen, after its rotation
   * @param videoCodec by its four letters; empty text if the file does not say
   * @param soundCodec the same; empty if there is no sound
   * @param frameRate pictures a second; 0 if the file does not say
   */
  record VideoFacts(
      String mimeType,
      long bytes,
      int width,
      int height,
      Duration duration,
      String videoCodec,
      Optional<String> soundCodec,
      double frameRate,
      String altText) {}

  /**
   * One thing that stands against posting.
   *
   * @param key a key of the bundles, {@code content.*}
   */
  record Issue(String key, List<String> args) {
    public Issue {
      args = List.copyOf(args);
    }

    public static Issue of(String key, Object... args) {
      return new Issue(key, java.util.Arrays.stream(args).map(String::valueOf).toList());
    }
  }
}
