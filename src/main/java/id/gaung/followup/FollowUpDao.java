package id.gaung.followup;

import id.gaung.platform.PostOption;
import id.gaung.publishing.PostFollowUps.State;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** What follows posts, and how far it has come. */
interface FollowUpDao {

  String COLUMNS =
      """
      f.id, f.rendition_id, f.kind, f.number, f.text, f.state, f.attempts, f.look_ups, f.next_at,
      f.first_attempt_at, f.attempt_at, f.give_up_at, f.checkpoint, f.remote_id, f.remote_url,
      f.failure_kind, f.failure_code, f.failure_detail, f.evidence, f.version
      """;

  /** One that is to come. */
  record NewRow(
      UUID id,
      UUID renditionId,
      PostOption kind,
      int number,
      String text,
      Optional<Instant> nextAt) {}

  /**
   * What came of asking; see the columns.
   *
   * @param step whether another step of the same attempt follows
   */
  record Told(
      State state,
      boolean step,
      Optional<Instant> nextAt,
      int lookUps,
      Map<String, String> checkpoint,
      Optional<String> remoteId,
      Optional<String> remoteUrl,
      Optional<String> failureKind,
      Optional<String> failureCode,
      Optional<String> failureDetail,
      String evidence) {}

  /** One that asks for a person. */
  record TroubledRow(UUID renditionId, long total) {}

  /** A post that went out, was taken away and settled again brings nothing twice. */
  @SqlBatch(
      """
      insert into follow_up (id, rendition_id, kind, number, text, state, next_at)
      values (:id, :renditionId, :kind, :number, :text, 'WAITING', :nextAt)
      on conflict (rendition_id, kind, number) do nothing
      """)
  void add(@BindMethods Collection<NewRow> rows);

  // One at a time, so that nothing waits behind a slow network with its lease running out. What is
  // WAITING is about to be asked for; what was being asked when its process ended is looked up.
  @SqlQuery(
      """
      with due as (
        select id, state from follow_up
        where next_at <= :now and (state <> 'WAITING' or :sending)
        order by next_at limit 1 for update skip locked)
      update follow_up f set next_at = :until, version = version + 1,
        state = case when due.state = 'WAITING' then 'ASKING' else 'UNCERTAIN' end,
        attempts = attempts + case when due.state = 'WAITING' then 1 else 0 end,
        look_ups = case when due.state = 'UNCERTAIN' then look_ups else 0 end,
        first_attempt_at = coalesce(f.first_attempt_at, :now),
        attempt_at = case when due.state = 'WAITING' then :now else f.attempt_at end,
        give_up_at = coalesce(f.give_up_at, :giveUpAt)
      from due where due.id = f.id
      returning\s"""
          + COLUMNS)
  Optional<FollowUpRow> take(Instant now, Instant until, Instant giveUpAt, boolean sending);

  /**
   * @param version as it was taken, or seen by a person
   * @return its state now, another one if it was called off meanwhile; empty if somebody else has
   *     gone on with it
   */
  @SqlQuery(
      """
      update follow_up set
        state = case when called_off and :told.state = 'WAITING' then 'LEFT_OUT'
          else :told.state end,
        next_at = case when called_off and :told.state = 'WAITING' then null
          else cast(:told.nextAt as timestamptz) end,
        look_ups = :told.lookUps,
        attempts = attempts - case when :told.step then 1 else 0 end,
        checkpoint = :told.checkpoint,
        remote_id = :told.remoteId, remote_url = :told.remoteUrl,
        failure_kind = :told.failureKind, failure_code = :told.failureCode,
        failure_detail = :told.failureDetail, evidence = :told.evidence,
        ended_at = case when :told.state in ('OUT', 'FAILED', 'LEFT_OUT')
          then cast(:now as timestamptz) end,
        version = version + 1
      where id = :id and version = :version
      returning state
      """)
  Optional<State> told(UUID id, int version, @BindMethods("told") Told told, Instant now);

  /** Once the part before it is out. */
  @SqlUpdate(
      """
      update follow_up set next_at = :now
      where rendition_id = :renditionId and kind = :kind and number = :number
        and state = 'WAITING' and next_at is null
      """)
  void begin(UUID renditionId, PostOption kind, int number, Instant now);

  /** Tried for as long as the first time, whatever called it off. */
  @SqlUpdate("update follow_up set give_up_at = null, called_off = false where id = :id")
  void beginAgain(UUID id);

  /**
   * Those that have not been begun, or failed; one that is being asked for at this moment is not
   * stopped.
   *
   * @param kind empty for all
   * @param from this part and those after it
   * @param undecided also those of which a person was to say whether they are out
   */
  @SqlUpdate(
      """
      update follow_up set state = 'LEFT_OUT', next_at = null, ended_at = :now,
        version = version + 1
      where rendition_id = :renditionId and number >= :from
        and (cast(:kind as text) is null or kind = :kind)
        and (state in ('WAITING', 'FAILED')
          or (:undecided and state = 'UNCERTAIN' and next_at is null))
      """)
  int leaveOut(UUID renditionId, Optional<String> kind, int from, boolean undecided, Instant now);

  /** What is being asked for, or looked up, ends with what its network says. */
  @SqlUpdate(
      """
      update follow_up set called_off = true
      where rendition_id = :renditionId and state in ('ASKING', 'UNCERTAIN')
      """)
  void callOff(UUID renditionId);

  @SqlUpdate(
      """
      update follow_up set state = 'REMOVED', ended_at = :now, version = version + 1
      where id = :id and state = 'OUT'
      """)
  int removed(UUID id, Instant now);

  @SqlUpdate(
      """
      update follow_up set state = 'REMOVED', ended_at = :now, version = version + 1
      where rendition_id = :renditionId and state = 'OUT'
      """)
  int removedWith(UUID renditionId, Instant now);

  @SqlQuery(
      "select "
          + COLUMNS
          + "from follow_up f where f.rendition_id = any(:ids)"
          + " order by f.rendition_id, f.kind desc, f.number")
  List<FollowUpRow> of(Collection<UUID> ids);

  @SqlQuery("select " + COLUMNS + "from follow_up f where f.id = :id")
  Optional<FollowUpRow> find(UUID id);

  @SqlQuery("select " + COLUMNS + "from follow_up f where f.id = :id for update")
  Optional<FollowUpRow> lock(UUID id);

  /** Those that ask for a person, and how many renditions do. */
  @SqlQuery(
      """
      select rendition_id, count(*) over () as total from follow_up
      where state = 'FAILED' or (state = 'UNCERTAIN' and next_at is null)
      group by rendition_id order by rendition_id limit :limit
      """)
  List<TroubledRow> troubled(int limit);
}
