package id.gaung.channel;

import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** How it stands with the connected accounts. Reads alone. */
public final class ChannelCounts {

  private final ChannelCountsDao dao;

  public ChannelCounts(Jdbi jdbi) {
    this.dao = jdbi.onDemand(ChannelCountsDao.class);
  }

  /** How many cannot be used before something is put right at their network. */
  public long blocked() {
    return dao.blocked();
  }

  /** How many are in each state; states without a channel are left out. */
  public Map<ChannelState, Long> byState() {
    return dao.byState();
  }
}
