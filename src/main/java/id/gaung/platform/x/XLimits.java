package id.gaung.platform.x;

import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.NetworkQuota.Of;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.ToldLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an answer says of all its limits.
 *
 * @param now by our clock
 */
record XLimits(Answered answer, Instant now) {

  /**
   * By the call: each of X's has a limit of its own, so of those that are made now and then, such
   * as for the profile, nothing is said.
   */
  static List<ToldLimit> told(PlatformRequest request, Answered answer, Instant now) {
    XLimits limits = new XLimits(answer, now);
    if (request.is("POST", XApi.POSTS)) {
      return limits.told(Of.POSTS);
    }
    if (XMedia.isUpload(request)) {
      return limits.told(Of.UPLOADS);
    }
    return request.is("GET", "/tweets") ? limits.told(Of.READS) : List.of();
  }

  private XWindow window(String prefix) {
    return new XWindow(prefix, answer, now);
  }

  /** The tightest of the account's, and the app's. */
  private List<ToldLimit> told(Of of) {
    Optional<ToldLimit> own =
        Stream.of(XWindow.SHORT, XWindow.DAY)
            .flatMap(prefix -> window(prefix).told(of).stream())
            .min(Comparator.comparing(l -> (double) (l.most() - l.used()) / l.most()));
    Optional<ToldLimit> app =
        window(XWindow.DAY_OF_APP)
            .told(of)
            .map(l -> new ToldLimit(of, true, l.most(), l.used(), l.inPercent(), l.until()));
    return Stream.of(own, app).flatMap(Optional::stream).toList();
  }

  /**
   * How long a refusal asks to wait: until the last of the limits ends that are full. X refuses at
   * times while the short window has room, and then for the day's sake.
   */
  Optional<Duration> asked() {
    return Stream.concat(
            Stream.of(window(XWindow.SHORT)),
            Stream.of(window(XWindow.DAY), window(XWindow.DAY_OF_APP)).filter(XWindow::isFull))
        .flatMap(window -> window.left().stream())
        .max(Comparator.naturalOrder());
  }
}
