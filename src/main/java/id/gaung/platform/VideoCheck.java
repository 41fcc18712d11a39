package id.gaung.platform;

import id.gaung.platform.ContentRules.Issue;
import id.gaung.platform.ContentRules.VideoFacts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Holds a video against a network's rules. Each issue says what to do: nothing is transcoded. */
final class VideoCheck {

  /** A pixel of rounding in a ratio is nobody's fault. */
  private static final double RATIO_TOLERANCE = 0.01;

  /** 29.97 for 30 and 59.94 for 60: averages differ a little from what was recorded. */
  private static final double RATE_TOLERANCE = 0.5;

  private VideoCheck() {}

  static List<Issue> check(Optional<VideoRules> taken, VideoFacts video) {
    if (taken.isEmpty()) {
      return List.of(Issue.of("content.video-not-taken"));
    }
    VideoRules rules = taken.get();
    List<Issue> issues = new ArrayList<>();
    format(rules, video, issues);
    if (video.bytes() > rules.maxBytes()) {
      issues.add(
          Issue.of(
              "content.video-too-large", megabytes(video.bytes()), rules.maxBytes() / 1_000_000));
    }
    duration(rules, video, issues);
    shape(rules, video, issues);
    // As fields of forms count, and never less than any network does.
    int alt = video.altText().length();
    if (rules.maxAltText() > 0 && alt > rules.maxAltText()) {
      issues.add(Issue.of("content.video-alt-too-long", alt, rules.maxAltText()));
    }
    return List.copyOf(issues);
  }

  private static void format(VideoRules rules, VideoFacts video, List<Issue> to) {
    if (!rules.mimeTypes().contains(video.mimeType())) {
      to.add(Issue.of("content.video-format"));
    } else if (unfit(rules.codecs(), video.videoCodec())) {
      to.add(Issue.of("content.video-codec", video.videoCodec()));
    }
    String sound = video.soundCodec().orElse("");
    if (unfit(rules.soundCodecs(), sound)) {
      to.add(Issue.of("content.video-sound", sound));
    }
    double rate = video.frameRate();
    if (rate > 0
        && (rate < rules.minFrameRate() - RATE_TOLERANCE
            || rate > rules.maxFrameRate() + RATE_TOLERANCE)) {
      to.add(
          Issue.of(
              "content.video-frame-rate",
              Math.round(rate),
              Math.round(rules.minFrameRate()),
              Math.round(rules.maxFrameRate())));
    }
  }

  private static boolean unfit(List<String> taken, String codec) {
    return !taken.isEmpty()
        && !codec.isBlank()
        && !taken.contains(codec.strip().toLowerCase(Locale.ROOT));
  }

  private static void duration(VideoRules rules, VideoFacts video, List<Issue> to) {
    Duration duration = video.duration();
    if (duration.compareTo(rules.shortest()) < 0) {
      to.add(Issue.of("content.video-too-short", rules.shortest().toSeconds()));
    }
    if (duration.compareTo(rules.longest()) > 0) {
      to.add(
          Issue.of(
              "content.video-too-long", clock(duration.plusMillis(999)), clock(rules.longest())));
    }
  }

  /** {@code 3:00}: minutes and seconds, as players show it. */
  private static String clock(Duration duration) {
    return String.format(Locale.ROOT, "%d:%02d", duration.toMinutes(), duration.toSecondsPart());
  }

  private static void shape(VideoRules rules, VideoFacts video, List<Issue> to) {
    int width = video.width();
    int height = video.height();
    if (width <= 0 || height <= 0) {
      return;
    }
    double ratio = (double) width / height;
    if (ratio < rules.minRatio() - RATIO_TOLERANCE || ratio > rules.maxRatio() + RATIO_TOLERANCE) {
      to.add(Issue.of("content.video-ratio"));
    }
    if (width > rules.maxWidth()) {
      to.add(Issue.of("content.video-width", width, rules.maxWidth()));
    } else if ((long) width * height > rules.maxPixels()) {
      to.add(Issue.of("content.video-pixels", width, height));
    }
  }

  /** Rounded up, so that one byte too many is not told as the limit itself. */
  private static long megabytes(long bytes) {
    return (bytes + 999_999) / 1_000_000;
  }
}
