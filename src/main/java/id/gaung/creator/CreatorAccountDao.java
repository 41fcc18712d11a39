package id.gaung.creator;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface CreatorAccountDao {

  /** Another active creator's account. */
  record Other(String network, String handle, String name) {

    String key() {
      return network + " " + handle;
    }
  }

  /** The rule of the database that an account is one active creator's. */
  String ONE_ACTIVE = "creator_account_one_active";

  @SqlQuery(
      """
      select creator_id, network, handle, place, followers, followers_on, followers_source
      from creator_account where creator_id = any(:ids) order by creator_id, place
      """)
  List<CreatorAccount> of(Collection<UUID> ids);

  // The newest that says something: a day on which the network did not answer says nothing.
  @SqlQuery(
      """
      select c.creator_id, c.network, lower(c.handle) as handle, f.value, f.observed_at
      from channel_creator_account c
      cross join lateral (
        select value, observed_at from engagement_follower_reading
        where channel_id = c.channel_id and source = 'API'
          and (value is not null or gap = 'HIDDEN')
        order by observed_at desc, id desc
        limit 1) f
      where c.creator_id = :creatorId
      order by f.observed_at
      """)
  List<ReadFollowers> read(UUID creatorId);

  @SqlQuery(
      """
      select a.network, lower(a.handle) as handle, c.name
      from unnest(:networks, :handles) as w (network, handle)
      join creator_account a on a.network = w.network and lower(a.handle) = w.handle
      join creator c on c.id = a.creator_id
      where c.id <> :creatorId and c.active
      """)
  List<Other> others(UUID creatorId, List<String> networks, List<String> handles);

  @SqlUpdate("delete from creator_account where creator_id = :creatorId")
  void deleteOf(UUID creatorId);

  @SqlBatch(
      """
      insert into creator_account (creator_id, network, handle, place, followers, followers_on,
        followers_source, active)
      select :creatorId, :network, :handle, :place, :followers, :followersOn,
        :followersSource, active from creator where id = :creatorId
      """)
  void insert(@BindMethods List<CreatorAccount> accounts);
}
