package id.gaung.channel;

import java.util.Map;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.ValueColumn;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

interface ChannelCountsDao {

  @SqlQuery(
      "select count(*) from channel where state = 'RECONNECT' and trouble = 'ACCOUNT_BLOCKED'")
  long blocked();

  @SqlQuery("select state, count(*) as channels from channel group by state")
  @KeyColumn("state")
  @ValueColumn("channels")
  Map<ChannelState, Long> byState();
}
