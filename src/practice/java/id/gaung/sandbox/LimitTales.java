package id.gaung.sandbox;

import id.gaung.kernel.Network;
import java.util.Optional;

/**
 * What the headers of an answer tell of limits, as a fault has them tell. The limits themselves
 * stay as they are: the call is served.
 */
final class LimitTales {

  private static final String LEFT = "-Remaining";
  private static final String PART = "-Usage";

  private final SandboxFaults faults;
  private final Network network;

  LimitTales(SandboxFaults faults, Network network) {
    this.faults = faults;
    this.network = network;
  }

  Answer of(Answer answer, Optional<Long> account, Purpose purpose) {
    if (faults.strike(FaultKind.LIMIT_NONSENSE, network, account, purpose).isPresent()) {
      return nonsense(answer);
    }
    return faults
        .strike(FaultKind.LIMIT_USED, network, account, purpose)
        .map(fault -> used(answer, fault.amount()))
        .orElse(answer);
  }

  private static Answer used(Answer answer, long percent) {
    Answer told = answer;
    for (var header : answer.headers().entrySet()) {
      String name = header.getKey();
      if (name.endsWith(LEFT)) {
        String limit = name.replace(LEFT, "-Limit");
        long most = Long.parseLong(answer.headers().getOrDefault(limit, "0"));
        told = told.with(name, Long.toString(Math.max(0, most * (100 - percent) / 100)));
      } else if (name.endsWith(PART)) {
        told =
            told.with(
                name,
                header.getValue().replaceAll("\"call_count\":\\d+", "\"call_count\":" + percent));
      }
    }
    return told;
  }

  private static Answer nonsense(Answer answer) {
    Answer told = answer;
    for (String name : answer.headers().keySet()) {
      if (name.endsWith(LEFT)) {
        told = told.with(name, "NaN").with(name.replace(LEFT, "-Reset"), "-1");
      } else if (name.endsWith(PART)) {
        told = told.with(name, "{\"call_count\":\"NaN\",\"x\":[{\"call_count\":-3}]}");
      }
    }
    return told;
  }
}
