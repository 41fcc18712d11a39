package id.gaung.channel;

import id.gaung.jobs.Job;
import id.gaung.platform.Failure;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renews authorisations before they end, those of quiet accounts too. A failure that passes is
 * tried again at the next run.
 */
final class RefreshTokensJob implements Job {

  private static final Logger LOG = LoggerFactory.getLogger(RefreshTokensJob.class);
  private static final int AT_ONCE = 100;

  private final ChannelDao dao;
  private final Accounts accounts;
  private final Clock clock;

  RefreshTokensJob(ChannelDao dao, Accounts accounts, Clock clock) {
    this.dao = dao;
    this.accounts = accounts;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "refresh-channel-tokens";
  }

  @Override
  public void run() {
    for (UUID id : dao.dueForRefresh(clock.instant(), AT_ONCE)) {
      accounts.refreshIfDue(id).map(Failure::kind).ifPresent(why -> tell(id, why));
    }
  }

  private static void tell(UUID id, Failure.Kind why) {
    LOG.warn("The authorisation of channel {} was not renewed: {}", id, why);
  }
}
