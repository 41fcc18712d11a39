package id.gaung.identity;

import id.gaung.web.RepeatStore;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface KeptAnswerDao {

  @SqlQuery(
      """
      select encode(content, 'hex') as content, answer from kept_answer
      where key = :key and at > :since
      """)
  Optional<RepeatStore.Kept> find(byte[] key, Instant since);

  // A request whose node was killed before it changed anything leaves a row that is taken over.
  @SqlUpdate(
      """
      insert into kept_answer (key, content, run, at) values (:key, :content, :run, :now)
      on conflict (key) do update set content = excluded.content, run = excluded.run,
        at = excluded.at, answer = null, done = false
      where kept_answer.at <= :since
        or (not kept_answer.done and kept_answer.answer is null and kept_answer.at <= :stuckSince)
      """)
  int begin(byte[] key, byte[] content, UUID run, Instant now, Instant since, Instant stuckSince);

  @SqlQuery(
      """
      select exists (select 1 from kept_answer where key = :key and done and at <= :stuckSince)
      """)
  boolean isDone(byte[] key, Instant stuckSince);

  @SqlQuery("select exists (select 1 from kept_answer where key = :key and run = :run and done)")
  boolean isDoneBy(byte[] key, UUID run);

  @SqlUpdate("update kept_answer set done = true where key = :key and run = :run")
  int done(byte[] key, UUID run);

  @SqlUpdate("update kept_answer set answer = :answer where key = :key and run = :run")
  void answer(byte[] key, UUID run, byte[] answer);

  @SqlUpdate("delete from kept_answer where key = :key and run = :run and not done")
  int deleteUndone(byte[] key, UUID run);

  @SqlUpdate("delete from kept_answer where key = :key and run = :run")
  void delete(byte[] key, UUID run);

  @SqlUpdate("delete from kept_answer where at <= :before")
  int deleteOlder(Instant before);
}
