package id.gaung.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/**
 * The business-use-case limit of Pages: a day's calls, told in percent. The real budget is 4800
 * times the people who did something with the Page; here as for ten of them.
 */
final class FacebookLimits {

  private static final int BUDGET = 48_000;

  private final RateWindows windows;

  FacebookLimits(RateWindows windows) {
    this.windows = windows;
  }

  void call(Call call, PracticeAccount page) {
    RateWindows.Window window = windows.take("calls/" + page.id(), 1, BUDGET, Duration.ofDays(1));
    if (window.exceeded()) {
      throw new PracticeRefusal(exceeded(page.remoteId(), Duration.ofHours(1)));
    }
    long percent = 100L * (BUDGET - window.remaining()) / BUDGET;
    call.answerHeader("X-Business-Use-Case-Usage", usage(page.remoteId(), percent, 0));
  }

  /**
   * @param wait told in whole minutes, rounded up
   */
  static Answer exceeded(String remoteId, Duration wait) {
    long minutes = Math.max(1, (wait.toSeconds() + 59) / 60);
    return GraphErrors.error(
            400, 80001, 0, "(#80001) There have been too many calls to this Page account.")
        .with("X-Business-Use-Case-Usage", usage(remoteId, 100, minutes));
  }

  private static String usage(String remoteId, long percent, long minutes) {
    ObjectNode usage = PracticeJson.object();
    usage
        .putArray(remoteId)
        .addObject()
        .put("type", "pages")
        .put("call_count", percent)
        .put("total_cputime", percent / 2)
        .put("total_time", percent / 2)
        .put("estimated_time_to_regain_access", minutes);
    return PracticeJson.write(usage);
  }
}
