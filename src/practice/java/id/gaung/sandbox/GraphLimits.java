package id.gaung.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/**
 * A business-use-case limit: a day's calls, told in percent. The real budget is 4800 times the
 * account's impressions, counted as at least ten.
 */
final class GraphLimits {

  private static final int BUDGET = 48_000;

  private final GraphDialect dialect;
  private final RateWindows windows;

  GraphLimits(GraphDialect dialect, RateWindows windows) {
    this.dialect = dialect;
    this.windows = windows;
  }

  void call(Call call, PracticeAccount account) {
    RateWindows.Window window =
        windows.take("calls/" + account.id(), 1, BUDGET, Duration.ofDays(1));
    long percent = 100L * (BUDGET - window.remaining()) / BUDGET;
    if (window.exceeded()) {
      throw new PracticeRefusal(exceeded(account.remoteId(), Duration.ofHours(1)));
    }
    call.answerHeader("X-Business-Use-Case-Usage", usage(account.remoteId(), percent, 0));
  }

  /**
   * @param wait told in whole minutes, rounded up
   */
  Answer exceeded(String remoteId, Duration wait) {
    long minutes = Math.max(1, (wait.toSeconds() + 59) / 60);
    return GraphErrors.error(
            400,
            dialect.busy(),
            0,
            "(#%d) There have been too many calls to this %s account."
                .formatted(dialect.busy(), dialect.network().label()))
        .with("X-Business-Use-Case-Usage", usage(remoteId, 100, minutes));
  }

  private String usage(String remoteId, long percent, long minutes) {
    ObjectNode usage = PracticeJson.object();
    usage
        .putArray(remoteId)
        .addObject()
        .put("type", dialect.usage())
        .put("call_count", percent)
        .put("total_cputime", percent / 2)
        .put("total_time", percent / 2)
        .put("estimated_time_to_regain_access", minutes);
    return PracticeJson.write(usage);
  }
}
