package id.gaung.channel;

import java.util.Map;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.ValueColumn;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** How it stands with the connected accounts. Reads alone. */
public interface ChannelCounts {

  /** How many cannot be used before something is put right at their network. */
  @SqlQuery(
      "select count(*) from channel where state = 'RECONNECT' and trouble = 'ACCOUNT_BLOCKED'")
  long blocked();

  /** How many are in each state; states without a channel are left out. */
  @SqlQuery("select state, count(*) as channels from channel group by state")
  @KeyColumn("state")
  @ValueColumn("channels")
  Map<ChannelState, Long> byState();
}
