package id.gaung.identity;

import id.gaung.web.RepeatStore;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface KeptAnswerDao {

  @SqlQuery(
      """
      select encode(content, 'hex') as content, answer from kept_answer
      where key = :key and at > :since
      """)
  Optional<RepeatStore.Kept> find(byte[] key, Instant since);

  // A request whose node was killed leaves a row without an answer behind, which is taken over.
  @SqlUpdate(
      """
      insert into kept_answer (key, content, at) values (:key, :content, :now)
      on conflict (key) do update set content = excluded.content, at = excluded.at, answer = null
      where kept_answer.at <= :since
        or (kept_answer.answer is null and kept_answer.at <= :stuckSince)
      """)
  int begin(byte[] key, byte[] content, Instant now, Instant since, Instant stuckSince);

  @SqlUpdate("update kept_answer set answer = :answer where key = :key")
  void answer(byte[] key, byte[] answer);

  @SqlUpdate("delete from kept_answer where key = :key")
  void delete(byte[] key);

  @SqlUpdate("delete from kept_answer where at <= :before")
  int deleteOlder(Instant before);
}
