package id.gaung.platform;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a network takes, for one account. Pure: no call leaves. */
public interface ContentRules {

  /** How long a text is, counted as the network counts. */
  TextLength length(String text);

  /** The text cut into plain parts, links, hashtags and mentions, as the network will show them. */
  List<Segment> segments(String text);

  /** The same parts as they go out: what is shortened for readers is so here. */
  default List<Segment> asShown(String text) {
    return segments(text);
  }

  PictureRules pictures();

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

  /**
   * A text's length.
   *
   * @param used characters used, in the network's counting
   * @param limit at most; exceeded if {@code used > limit}
   */
  record TextLength(int used, int limit) {
    public boolean fits() {
      return used <= limit;
    }
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

  /**
   * What a picture must be. Ratios are width divided by height.
   *
   * @param mimeTypes what the network takes, best first
   */
  record PictureRules(
      int maxCount,
      long maxBytes,
      List<String> mimeTypes,
      double minRatio,
      double maxRatio,
      int minWidth,
      int maxWidth,
      int maxAltText) {
    public PictureRules {
      mimeTypes = List.copyOf(mimeTypes);
    }
  }

  /** What the check needs to know of a picture. */
  record PictureFacts(String mimeType, long bytes, int width, int height, String altText) {}

  /**
   * What a video must be. Ratios are width divided by height, as it is seen. What a file does not
   * tell is not held against it.
   *
   * @param mimeTypes what the network takes, best first
   * @param codecs of the picture, by the four letters of an MP4's table, such as {@code avc1}; none
   *     for whatever plays
   * @param soundCodecs the same of the sound
   * @param minFrameRate pictures a second; 0 for no limit
   * @param maxPixels of one picture
   * @param maxAltText 0 where the network shows no description of a video: then it stays here
   */
  record VideoRules(
      List<String> mimeTypes,
      List<String> codecs,
      List<String> soundCodecs,
      long maxBytes,
      Duration shortest,
      Duration longest,
      double minRatio,
      double maxRatio,
      double minFrameRate,
      double maxFrameRate,
      int maxWidth,
      long maxPixels,
      int maxAltText) {
    public VideoRules {
      mimeTypes = List.copyOf(mimeTypes);
      codecs = List.copyOf(codecs);
      soundCodecs = List.copyOf(soundCodecs);
    }
  }

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
