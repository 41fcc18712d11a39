package id.gaung.channel;

import id.gaung.kernel.Network;
import id.gaung.platform.PublishMode;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface ChannelDao {

  @SqlQuery("select * from channel where id = any(:ids)")
  List<Channel> find(Collection<UUID> ids);

  @SqlQuery(
      """
      select * from channel where creator_id is null
      order by array_position(array['CONNECTED', 'RECONNECT', 'DISCONNECTED'], state),
        array_position(:order, network), lower(label), id
      """)
  List<Channel> all(List<String> order);

  @SqlQuery(
      """
      select * from channel where state = 'CONNECTED' and creator_id is null
      order by array_position(:order, network), lower(label), id
      """)
  List<Channel> connected(List<String> order);

  /** Of creators, of which posts are measured. */
  @SqlQuery("select * from channel where creator_id is not null and state = 'CONNECTED'")
  List<Channel> outside();

  @SqlQuery(
      """
      select id from channel
      where network = :network and server = :server and remote_id = :remoteId
      for update
      """)
  Optional<UUID> idOf(Network network, URI server, String remoteId);

  @SqlQuery("select * from channel where id = any(:ids)")
  List<SealedChannel> sealed(Collection<UUID> ids);

  @SqlUpdate(
      """
      insert into channel (id, network, server, remote_id, handle, traits, label, state,
        sealed_secrets, refresh_at, expires_at, connected_at, first_connected_at, mode,
        responsible_id, login_renewed_at)
      values (:id, :network, :server, :remoteId, :handle, :traits, :label, 'CONNECTED',
        :sealedSecrets, :refreshAt, :expiresAt, :at, :at, :mode, :by, :at)
      """)
  void insert(@BindMethods NewConnection connection);

  // How its posts get out stays as it was: whoever connects it by hand is asked afterwards.
  @SqlUpdate(
      """
      update channel set server = :server, remote_id = :remoteId, handle = :handle,
        traits = :traits, state = 'CONNECTED',
        label = case when :label = :handle then label else :label end,
        sealed_secrets = :sealedSecrets, refresh_at = :refreshAt, expires_at = :expiresAt,
        paused_until = null, trouble = null, connected_at = :at, login_renewed_at = :at,
        connection = connection + 1, ended_at = null, version = version + 1
      where id = :id
      """)
  void reconnect(@BindMethods NewConnection connection);

  // Nothing is stored if a person disconnected or reconnected the account while it was refreshed.
  @SqlUpdate(
      """
      update channel set sealed_secrets = :sealed, refresh_at = :refreshAt,
        expires_at = :expiresAt, login_renewed_at = :now
      where id = :id and state <> 'DISCONNECTED' and connected_at = :connectedAt
      """)
  int storeSecrets(
      UUID id,
      Instant connectedAt,
      Instant now,
      byte[] sealed,
      Optional<Instant> refreshAt,
      Optional<Instant> expiresAt);

  // The label follows where it is the account's own name.
  @SqlUpdate(
      """
      update channel set handle = :handle, label = case when label = handle then :handle else label end
      where id = :id and state <> 'DISCONNECTED' and handle <> :handle
      """)
  int learnHandle(UUID id, String handle);

  @SqlUpdate(
      """
      update channel set label = :label, version = version + 1
      where id = :id and version = :version and creator_id is null
      """)
  int rename(UUID id, int version, String label);

  @SqlUpdate(
      """
      update channel set state = 'DISCONNECTED', sealed_secrets = null, refresh_at = null,
        expires_at = null, paused_until = null, trouble = null, ended_at = :now,
        version = version + 1
      where id = :id and version = :version and state <> 'DISCONNECTED' and creator_id is null
      """)
  int disconnect(UUID id, int version, Instant now);

  @SqlUpdate(
      """
      update channel set state = 'RECONNECT', trouble = :trouble, version = version + 1
      where id = :id and state = 'CONNECTED' and connected_at = :connectedAt
      """)
  int needsReconnecting(UUID id, Instant connectedAt, String trouble);

  /** Of an account by hand, which needs none. */
  @SqlUpdate(
      """
      update channel set sealed_secrets = null, refresh_at = null, expires_at = null,
        version = version + 1
      where id = :id and mode <> 'API' and has_login and connected_at = :connectedAt
      """)
  int forgetLogin(UUID id, Instant connectedAt);

  /** An account of that name that was entered by hand and never connected. */
  @SqlQuery(
      """
      select id from channel
      where network = :network and lower(handle) = lower(:handle) and not has_login
        and mode <> 'API' and creator_id is null
      for update
      """)
  Optional<UUID> byHand(Network network, String handle);

  /** Accounts of a network whose login was not renewed since; those without one, too. */
  @SqlQuery(
      """
      select id from channel
      where network = :network and coalesce(login_renewed_at, '-infinity') < :since order by id
      """)
  List<UUID> notRenewed(Network network, Instant since);

  /** An account of that name, however its posts get out. */
  @SqlQuery(
      """
      select id from channel where network = :network and lower(handle) = lower(:handle)
      order by state, id limit 1
      """)
  Optional<UUID> named(Network network, String handle);

  @SqlUpdate(
      """
      insert into channel (id, network, server, remote_id, handle, traits, label, state,
        connected_at, first_connected_at, mode, responsible_id)
      values (:id, :network, :server, :remoteId, :handle, '{}', :label, 'CONNECTED', :at, :at,
        'BY_HAND', :responsibleId)
      """)
  void enter(@BindMethods EnteredChannel entered);

  /** Again, after it was taken out. */
  @SqlUpdate(
      """
      update channel set state = 'CONNECTED', label = :label, mode = 'BY_HAND',
        responsible_id = :responsibleId, connected_at = :at, connection = connection + 1,
        ended_at = null, trouble = null, version = version + 1
      where id = :id
      """)
  void enterAgain(@BindMethods EnteredChannel entered);

  @SqlUpdate(
      """
      update channel set mode = :mode, responsible_id = :responsibleId,
        state = case when :mode <> 'API' and state = 'RECONNECT' then 'CONNECTED' else state end,
        trouble = case when :mode <> 'API' then null else trouble end, version = version + 1
      where id = :id and version = :version and state <> 'DISCONNECTED' and creator_id is null
        and (:mode = 'BY_HAND' or has_login)
      """)
  int publishBy(UUID id, int version, PublishMode mode, Optional<UUID> responsibleId);

  /** An account by hand as it is stored. */
  record EnteredChannel(
      UUID id,
      Network network,
      URI server,
      String remoteId,
      String handle,
      String label,
      UUID responsibleId,
      Instant at) {}

  @SqlUpdate(
      """
      update channel set paused_until = greatest(coalesce(paused_until, :until), :until)
      where id = :id and state = 'CONNECTED'
      """)
  void pause(UUID id, Instant until);

  @SqlQuery(
      """
      select id from channel where state = 'CONNECTED' and refresh_at <= :now
      order by refresh_at limit :limit
      """)
  List<UUID> dueForRefresh(Instant now, int limit);

  // Waits, in the database, until nobody else in the cluster refreshes this account.
  @SqlQuery("select pg_advisory_lock(hashtextextended('channel ' || :id, 0)) is null")
  boolean lock(UUID id);

  @SqlQuery("select pg_advisory_unlock(hashtextextended('channel ' || :id, 0))")
  boolean unlock(UUID id);

  @SqlUpdate(
      """
      insert into channel_connecting (state_hash, network, person_id, sealed_pending, label,
        expires_at)
      values (:stateHash, :network, :personId, :sealedPending, :label, :expiresAt)
      """)
  void begin(@BindMethods ConnectingRow row);

  @SqlQuery(
      """
      delete from channel_connecting where state_hash = :stateHash
      returning state_hash, network, person_id, sealed_pending, label, expires_at
      """)
  Optional<ConnectingRow> take(String stateHash);

  @SqlQuery(
      """
      select state_hash, network, person_id, sealed_pending, label, expires_at
      from channel_connecting where state_hash = :stateHash
      """)
  Optional<ConnectingRow> begun(String stateHash);

  @SqlUpdate("delete from channel_connecting where expires_at < :now")
  void forgetExpired(Instant now);

  /** A person is at the network to agree, or chooses one of its accounts. */
  @SuppressWarnings("ArrayRecordComponent")
  record ConnectingRow(
      String stateHash,
      Network network,
      UUID personId,
      byte[] sealedPending,
      String label,
      Instant expiresAt) {}

  /** An account as it is stored when it has been connected. */
  @SuppressWarnings("ArrayRecordComponent")
  record NewConnection(
      UUID id,
      Network network,
      URI server,
      String remoteId,
      String handle,
      Map<String, String> traits,
      String label,
      byte[] sealedSecrets,
      Optional<Instant> refreshAt,
      Optional<Instant> expiresAt,
      PublishMode mode,
      Optional<UUID> by,
      Instant at) {}
}
