package id.gaung.platform.facebook;

import id.gaung.platform.Attachment;
import java.time.Duration;

/** Which videos are reels, after "Reels Publishing" of the Video API. */
final class ReelShape {

  private static final double RATIO = 9.0 / 16;
  private static final double ROUNDING = 0.01;
  private static final int WIDTH = 540;
  private static final Duration SHORTEST = Duration.ofSeconds(3);
  private static final Duration LONGEST = Duration.ofSeconds(90);

  private ReelShape() {}

  /** Whether a video goes out as a reel: upright 9:16 of 3 to 90 seconds. */
  static boolean fits(Attachment.Video video) {
    double ratio = video.height() > 0 ? (double) video.width() / video.height() : 0;
    return Math.abs(ratio - RATIO) <= ROUNDING
        && video.width() >= WIDTH
        && video.duration().compareTo(SHORTEST) >= 0
        && video.duration().compareTo(LONGEST) <= 0;
  }
}
