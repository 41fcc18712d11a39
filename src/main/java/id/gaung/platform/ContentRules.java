package id.gaung.platform;

import java.util.List;

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

  /** Whether a post may have no picture. Instagram refuses text alone. */
  boolean textAlone();

  /**
   * Everything that stands against posting this; empty if nothing does.
   *
   * @param pictures as they will be sent
   */
  List<Issue> check(String text, List<PictureFacts> pictures);

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
