package id.gaung.channel;

import id.gaung.kernel.Network;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Creators' accounts that may be read now: by anybody, or in the name of one of the office's. */
final class ReadableCreators {

  private final ChannelDao dao;
  private final Lookers lookers;
  private final Budgets budgets;

  ReadableCreators(ChannelDao dao, Lookers lookers, Budgets budgets) {
    this.dao = dao;
    this.lookers = lookers;
    this.budgets = budgets;
  }

  List<Channel> now() {
    Map<Network, Boolean> byOffice = new HashMap<>();
    return dao.outside().stream()
        .filter(
            one ->
                lookers.openly(one.account()).isPresent()
                    || byOffice.computeIfAbsent(one.network(), network -> needNotWait(one)))
        .toList();
  }

  /** Whether one of the office's that may look at it has calls left for what comes by itself. */
  private boolean needNotWait(Channel one) {
    return lookers.office(one.account()).map(List::of).map(budgets::of).stream()
        .flatMap(found -> found.values().stream())
        .anyMatch(budget -> budget.readings().isEmpty());
  }
}
