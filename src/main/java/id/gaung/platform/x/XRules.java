package id.gaung.platform.x;

import com.twitter.twittertext.Extractor;
import com.twitter.twittertext.TwitterTextParser;
import id.gaung.platform.ContentRules;
import id.gaung.platform.ContentRules.Segment;
import id.gaung.platform.ContentRules.Segment.Kind;
import id.gaung.platform.NetworkRules;
import id.gaung.platform.PictureRules;
import id.gaung.platform.TextLength;
import id.gaung.platform.VideoRules;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What X takes of an account without a paid plan, after its pages "Counting characters" and "Media
 * best practices". Texts are counted and cut by X's own library.
 */
final class XRules {

  private static final int MAX_WEIGHT = 280;

  /** The library looks for nothing in a longer text. */
  private static final int READ = 10_000;

  private static final PictureRules PICTURES =
      new PictureRules(
          4, 5_000_000, List.of("image/jpeg", "image/png", "image/webp"), 0.01, 100, 4, 8192, 1000);

  private static final VideoRules VIDEO =
      new VideoRules(
          List.of("video/mp4", "video/quicktime"),
          List.of("avc1", "avc3"),
          List.of("mp4a"),
          512_000_000,
          Duration.ofMillis(500),
          Duration.ofSeconds(140),
          1.0 / 3,
          3,
          0,
          60,
          1920,
          Long.MAX_VALUE,
          0);

  static final ContentRules RULES =
      new NetworkRules(
          XRules::cut,
          (text, segments) -> new TextLength(weight(text), MAX_WEIGHT),
          PICTURES,
          Optional.of(VIDEO),
          true);

  private XRules() {}

  /** Every address 23, every emoji 2, letters of most scripts 1 and others 2. */
  private static int weight(String text) {
    String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
    return normal.length() > READ
        ? normal.length()
        : TwitterTextParser.parseTweet(normal).weightedLength;
  }

  private static List<Segment> cut(String text) {
    List<Segment> segments = new ArrayList<>();
    int done = 0;
    for (Extractor.Entity entity : new Extractor().extractEntitiesWithIndices(text)) {
      Optional<Kind> kind = kind(entity.getType());
      if (kind.isEmpty() || entity.getStart() < done) {
        continue;
      }
      if (entity.getStart() > done) {
        segments.add(new Segment(Kind.PLAIN, text.substring(done, entity.getStart())));
      }
      segments.add(new Segment(kind.get(), text.substring(entity.getStart(), entity.getEnd())));
      done = entity.getEnd();
    }
    if (done < text.length()) {
      segments.add(new Segment(Kind.PLAIN, text.substring(done)));
    }
    return List.copyOf(segments);
  }

  private static Optional<Kind> kind(Extractor.Entity.Type type) {
    return switch (type) {
      case URL -> Optional.of(Kind.LINK);
      case HASHTAG -> Optional.of(Kind.HASHTAG);
      case MENTION -> Optional.of(Kind.MENTION);
      case CASHTAG -> Optional.empty();
    };
  }
}
