package id.gaung.task;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface TaskDao {

  /**
   * A task that was opened, or got more accounts.
   *
   * @param dueAt when the earliest of them is due
   */
  record OpenedRow(UUID id, UUID postId, UUID personId, Instant dueAt, boolean fresh) {}

  /**
   * Opens tasks for renditions on accounts by hand that are in none yet: one for each post and
   * person.
   *
   * @param ids of new tasks, as many as renditions
   */
  // Given to somebody else before it was due, a rendition stays in that person's task.
  @SqlQuery(
      """
      with handed as (
        select o.rendition_id, o.post_id, h.person_id, o.due_at
        from publishing_outcome_line o
        join channel_hand_line h on h.channel_id = o.channel_id
        where o.rendition_id = any(:renditionIds)
          and not exists (select from task_account a where a.rendition_id = o.rendition_id)
      ), whose as (
        select post_id, person_id, row_number() over (order by post_id, person_id) as number
        from handed group by post_id, person_id
      ), opened as (
        insert into task (id, post_id, person_id, opened_at)
        select (cast(:ids as uuid[]))[number], post_id, person_id, :now from whose
        on conflict (post_id, person_id)
          do update set refused_at = null, reason = null, version = task.version + 1
        returning id, post_id, person_id, xmax = 0 as fresh
      ), added as (
        insert into task_account (rendition_id, task_id)
        select h.rendition_id, o.id
        from handed h join opened o on o.post_id = h.post_id and o.person_id = h.person_id
        on conflict do nothing
      )
      select o.id, o.post_id, o.person_id, min(h.due_at) as due_at, o.fresh
      from opened o join handed h on h.post_id = o.post_id and h.person_id = o.person_id
      group by o.id, o.post_id, o.person_id, o.fresh
      """)
  List<OpenedRow> open(Collection<UUID> renditionIds, Collection<UUID> ids, Instant now);

  /** As a task is at its next time, after its post got another one: nothing of before counts. */
  @SqlQuery(
      """
      with again as (
        select a.task_id, min(o.due_at) as due_at
        from task_account a
        join publishing_outcome_line o on o.rendition_id = a.rendition_id
        join task n on n.id = a.task_id
        where a.rendition_id = any(:renditionIds) and n.opened_at < o.due_at - :early
        group by a.task_id)
      update task t set opened_at = :now, reminded_at = null, refused_at = null, reason = null,
        version = t.version + 1
      from again where again.task_id = t.id
      returning t.id, t.post_id, t.person_id, again.due_at, true as fresh
      """)
  List<OpenedRow> reopen(Collection<UUID> renditionIds, Instant now, Duration early);

  /** Renditions whose person wants to know early, and is not told yet. */
  @SqlQuery(
      """
      select o.rendition_id
      from publishing_outcome_line o
      join channel_hand_line h on h.channel_id = o.channel_id
      join task_wish w on w.person_id = h.person_id and w.early
      where o.state = 'SCHEDULED' and o.due_at > :now and o.due_at <= :until
        and not exists (
          select from task_account a join task t on t.id = a.task_id
          where a.rendition_id = o.rendition_id and t.opened_at >= o.due_at - :early)
      order by o.due_at limit :limit
      """)
  List<UUID> early(Instant now, Instant until, Duration early, int limit);

  @SqlQuery("select * from task where id = :id")
  Optional<Task> find(UUID id);

  @SqlQuery("select * from task where id = :id for update")
  Optional<Task> lock(UUID id);

  @SqlQuery("select rendition_id from task_account where task_id = :id order by rendition_id")
  List<UUID> renditions(UUID id);

  /** Marks those as reminded whose post was due before an instant and is not known to be out. */
  @SqlQuery(
      """
      update task t set reminded_at = :now
      where t.id in (
        select a.task_id from publishing_outcome_line o
        join task_account a on a.rendition_id = o.rendition_id
        join task n on n.id = a.task_id
        where o.state = 'HANDED_OVER' and o.due_at <= :dueBefore and n.reminded_at is null
        limit :limit)
      returning t.id, t.post_id, t.person_id, :dueBefore as due_at, false as fresh
      """)
  List<OpenedRow> remind(Instant now, Instant dueBefore, int limit);

  @SqlUpdate(
      """
      update task set refused_at = :now, reason = :reason, version = version + 1 where id = :id
      """)
  void refuse(UUID id, String reason, Instant now);

  /**
   * The same post's task of another person, which is made if there is none.
   *
   * @return its id
   */
  @SqlQuery(
      """
      insert into task (id, post_id, person_id, opened_at, given_by)
      values (:id, :postId, :personId, :now, :by)
      on conflict (post_id, person_id)
        do update set opened_at = :now, given_by = :by, reminded_at = null, refused_at = null,
          reason = null, version = task.version + 1
      returning id
      """)
  UUID of(UUID id, UUID postId, UUID personId, Instant now, UUID by);

  @SqlUpdate("update task_account set task_id = :to where task_id = :from")
  int give(UUID from, UUID to);

  @SqlQuery("select early from task_wish where person_id = :personId")
  Optional<Boolean> wish(UUID personId);

  @SqlUpdate(
      """
      insert into task_wish (person_id, early) values (:personId, :early)
      on conflict (person_id) do update set early = :early
      """)
  void wish(UUID personId, boolean early);

  /** A person's tasks that wait, the one that is due first before the others. */
  @SqlQuery(
      """
      select t.id, t.post_id, t.person_id, min(o.due_at) as due_at, count(*) as accounts,
        min(t.reason) as reason
      from task t
      join task_account a on a.task_id = t.id
      join publishing_outcome_line o on o.rendition_id = a.rendition_id
      where t.person_id = :personId and t.opened_at > :since
        and (o.state = 'HANDED_OVER' or o.state = 'SCHEDULED' and o.due_at <= :until)
      group by t.id order by due_at, t.id limit :limit
      """)
  List<WaitingTask> waiting(UUID personId, Instant since, Instant until, int limit);

  /** The tasks of renditions of which nothing waits any more. */
  @SqlQuery(
      """
      select distinct a.task_id from task_account a
      where a.rendition_id = any(:renditionIds) and not exists (
        select from task_account b
        join publishing_outcome_line o on o.rendition_id = b.rendition_id
        where b.task_id = a.task_id and o.state in ('SCHEDULED', 'HANDED_OVER', 'MISSED'))
      """)
  List<UUID> over(Collection<UUID> renditionIds);

  /**
   * Tasks that wait although their person cannot, or is no longer with the office; the one that is
   * due first before the others.
   */
  @SqlQuery(
      """
      select t.id, t.post_id, t.person_id, min(o.due_at) as due_at, count(*) as accounts,
        min(t.reason) as reason
      from task t
      join task_account a on a.task_id = t.id
      join publishing_outcome_line o on o.rendition_id = a.rendition_id
      join identity_name_line n on n.person_id = t.person_id
      where (t.refused_at is not null or not n.active) and t.opened_at > :since
        and (o.state = 'HANDED_OVER' or o.state = 'SCHEDULED' and o.due_at <= :until)
      group by t.id order by due_at, t.id limit :limit
      """)
  List<WaitingTask> refused(Instant since, Instant until, int limit);

  /** A rendition's task. */
  record HeldRow(
      UUID renditionId,
      UUID taskId,
      UUID personId,
      Instant openedAt,
      Optional<UUID> givenBy,
      Optional<String> reason) {}

  @SqlQuery(
      """
      select a.rendition_id, t.id as task_id, t.person_id, t.opened_at, t.given_by, t.reason
      from task_account a join task t on t.id = a.task_id
      where a.rendition_id = any(:renditionIds)
      """)
  List<HeldRow> held(Collection<UUID> renditionIds);
}
