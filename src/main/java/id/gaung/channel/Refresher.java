package id.gaung.channel;

import id.gaung.platform.Access;
import id.gaung.platform.Credentials;
import id.gaung.platform.Failure;
import id.gaung.platform.Refreshing;
import id.gaung.platform.Revoking;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Refreshes credentials, one refresh per account at a time in the whole cluster: some networks
 * spend the refresh token with each use, so that a second refresh would lose the account.
 *
 * <p>The lock is PostgreSQL's advisory lock of a session, not a row lock: the refresh is a call
 * over the network, and no transaction may stay open over one. It goes when the session goes, so a
 * killed process leaves nothing locked behind, as a lease column would. It costs a connection while
 * it lasts, hence the few permits.
 */
final class Refresher {

  static final int AT_A_TIME = 4;

  private final Jdbi jdbi;
  private final Vault vault;
  private final Platforms platforms;
  private final Clock clock;
  private final Semaphore permits = new Semaphore(AT_A_TIME);

  Refresher(Jdbi jdbi, Vault vault, Platforms platforms, Clock clock) {
    this.clock = clock;
    this.jdbi = jdbi;
    this.vault = vault;
    this.platforms = platforms;
  }

  /** Usable credentials, or why there are none. */
  record Fresh(Optional<OpenChannel> channel, Optional<Failure> failure) {
    static Fresh of(OpenChannel channel) {
      return new Fresh(Optional.of(channel), Optional.empty());
    }

    static Fresh failed(Failure failure) {
      return new Fresh(Optional.empty(), Optional.of(failure));
    }
  }

  /**
   * Newer credentials than the given ones: those that somebody stored meanwhile, or refreshed now
   * and stored before they are returned.
   */
  Fresh refresh(OpenChannel stale) {
    UUID id = stale.channel().id();
    permits.acquireUninterruptibly();
    try (Handle session = jdbi.open()) {
      ChannelDao dao = session.attach(ChannelDao.class);
      dao.lock(id);
      try {
        return underLock(dao, stale);
      } finally {
        dao.unlock(id);
      }
    } finally {
      permits.release();
    }
  }

  private Fresh underLock(ChannelDao dao, OpenChannel stale) {
    UUID id = stale.channel().id();
    OpenChannel now = vault.open(dao, List.of(id)).get(id);
    if (now == null) {
      return Fresh.failed(Accounts.UNUSABLE);
    }
    if (!now.access().credentials().equals(stale.access().credentials())) {
      return Fresh.of(now);
    }
    Refreshing answer = platforms.of(now.channel().network()).refresh(now.access());
    return answer.match(
        refreshed -> {
          Fresh stored = store(dao, now.channel(), refreshed.credentials());
          refreshed.handle().ifPresent(handle -> vault.learnHandle(now.channel(), handle));
          return stored;
        },
        failed -> Fresh.failed(failed.failure()));
  }

  private Fresh store(ChannelDao dao, Channel channel, Credentials fresh) {
    UUID id = channel.id();
    int stored =
        dao.storeSecrets(
            id,
            channel.connectedAt(),
            clock.instant(),
            vault.seal(id, fresh),
            fresh.refreshAt(),
            fresh.expiresAt());
    if (stored == 0) {
      // Disconnected or connected again meanwhile: what was just renewed is nobody's any more.
      Revoking unused =
          platforms.of(channel.network()).revoke(new Access(channel.account(), fresh));
    }
    return Optional.ofNullable(vault.open(dao, List.of(id)).get(id))
        .map(Fresh::of)
        .orElseGet(() -> Fresh.failed(Accounts.UNUSABLE));
  }
}
