package id.gaung.channel;

import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.ValueColumn;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

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

  interface ChannelCountsDao {

    @SqlQuery(
        "select count(*) from channel where state = 'RECONNECT' and trouble = 'ACCOUNT_BLOCKED'")
    long blocked();

    @SqlQuery("select state, count(*) as channels from channel group by state")
    @KeyColumn("state")
    @ValueColumn("channels")
    Map<ChannelState, Long> byState();
  }
}
