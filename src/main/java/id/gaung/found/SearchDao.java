package id.gaung.found;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** How far each account was searched. */
interface SearchDao {

  /**
   * A search of an account.
   *
   * @param since nothing older is looked for
   * @param after with what the next page is asked for; empty for the first
   * @param firstDoneAt when the account was first searched through; empty until then
   */
  record SearchRow(
      UUID channelId,
      Instant since,
      Optional<String> after,
      Instant startedAt,
      Optional<Instant> firstDoneAt) {}

  /** Accounts that are searched for the first time. */
  @SqlUpdate(
      """
      insert into channel_search (channel_id, since, started_at, next_at)
      select c, :since, :now, :now from unnest(cast(:channelIds as uuid[])) as c
      on conflict (channel_id) do nothing
      """)
  void begin(Collection<UUID> channelIds, Instant since, Instant now);

  @SqlQuery(
      """
      select channel_id, since, after, started_at, first_done_at from channel_search
      where channel_id = any(:channelIds) and next_at <= :now
      order by next_at
      """)
  List<SearchRow> due(Collection<UUID> channelIds, Instant now);

  /** How far a search has come. */
  record Progress(UUID channelId, Optional<String> after, int posts) {}

  @SqlUpdate(
      """
      update channel_search
      set after = :after, pages = pages + 1, posts = posts + :posts, trouble = null
      where channel_id = :channelId
      """)
  void progress(@BindMethods Progress progress);

  /** Through; the next one looks for what came after this one began, and a little before. */
  @SqlUpdate(
      """
      update channel_search
      set after = null, first_done_at = coalesce(first_done_at, :now), since = :since,
        started_at = :next, next_at = :next, trouble = null
      where channel_id = :channelId
      """)
  void through(UUID channelId, Instant since, Instant next, Instant now);

  @SqlUpdate(
      """
      update channel_search set next_at = :next, trouble = :trouble where channel_id = :channelId
      """)
  void later(UUID channelId, Instant next, String trouble);

  /**
   * What pages tell of a search.
   *
   * @param trouble why the network did not answer, as it said last
   */
  record SearchState(
      UUID channelId,
      Instant since,
      Optional<Instant> firstDoneAt,
      int posts,
      Optional<String> trouble) {}

  @SqlQuery(
      """
      select channel_id, since, first_done_at, posts, trouble from channel_search
      where channel_id = any(:channelIds)
      """)
  List<SearchState> states(Collection<UUID> channelIds);
}
