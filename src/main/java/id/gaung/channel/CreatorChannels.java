package id.gaung.channel;

import id.gaung.audit.Foundation;
import id.gaung.kernel.Network;
import id.gaung.kernel.Problem;
import id.gaung.platform.Account;
import id.gaung.platform.WebAddress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * Accounts of creators, of which posts are measured. Nobody publishes there, no login opens them,
 * and no list of the office's accounts has them.
 */
public final class CreatorChannels {

  private final Foundation foundation;
  private final ChannelDao channels;
  private final OutsideDao dao;

  CreatorChannels(Foundation foundation, ChannelDao channels) {
    this.foundation = foundation;
    this.channels = channels;
    this.dao = foundation.jdbi().onDemand(OutsideDao.class);
  }

  /** The account of that name as clients know it before anybody has asked its network. */
  public static Account account(Network network, String handle) {
    return new Account(
        network,
        WebAddress.site(URI.create(network.address(handle))),
        handle.toLowerCase(Locale.ROOT),
        handle,
        Map.of());
  }

  /**
   * The channel of a creator's account, entered if it is new. Within the caller's transaction.
   *
   * @throws Problem conflict if it is one that the office publishes on
   */
  public Channel of(UUID creatorId, Account account) {
    Network network = account.network();
    dao.enter(
        new OutsideDao.OutsideRow(
            foundation.ids().next(),
            network,
            account.server(),
            account.remoteId(),
            account.handle(),
            network.shown(account.handle()),
            creatorId,
            foundation.clock().instant()));
    Channel found =
        channels
            .idOf(network, account.server(), account.remoteId())
            .flatMap(id -> channels.find(List.of(id)).stream().findFirst())
            .orElseThrow(Problem::notFound);
    if (!found.isOutside()) {
      throw Problem.conflict("channel.creators.office", found.label());
    }
    return found;
  }

  interface OutsideDao {

    /** A creator's account as it is stored. */
    record OutsideRow(
        UUID id,
        Network network,
        URI server,
        String remoteId,
        String handle,
        String label,
        UUID creatorId,
        Instant at) {}

    // Whoever has it now: an account that went to another creator keeps its posts.
    @SqlUpdate(
        """
        insert into channel (id, network, server, remote_id, handle, traits, label, state,
          connected_at, first_connected_at, mode, creator_id)
        values (:id, :network, :server, :remoteId, :handle, '{}', :label, 'CONNECTED', :at, :at,
          'BY_HAND', :creatorId)
        on conflict (network, server, remote_id) do update
        set creator_id = excluded.creator_id, handle = excluded.handle, label = excluded.label
          where channel.creator_id is not null
        """)
    void enter(@BindMethods OutsideRow row);
  }
}
