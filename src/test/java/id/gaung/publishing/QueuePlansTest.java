package id.gaung.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.db.TestDatabase;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the queue and the journal ask stays cheap when much has been published before. */
@Tag("database")
class QueuePlansTest {

  private static final int PER_CHANNEL = 300;
  private static final Instant NOON = EngineWorld.NOON;

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.create();

  private static EngineWorld world;
  private static List<UUID> some;

  @BeforeAll
  static void a_year_of_posts() {
    world = new EngineWorld(DATABASE);
    IntStream.range(0, 20)
        .mapToObj(i -> world.channel("c" + i))
        .forEach(channel -> world.scheduled(channel, NOON, PER_CHANNEL));
    world.jdbi.useHandle(
        h -> {
          some =
              h.createQuery("select id from rendition order by id limit 30")
                  .mapTo(UUID.class)
                  .list();
          h.createUpdate(
                  """
                  update rendition set state = 'PUBLISHED', next_at = null, remote_id = id::text,
                    published_at = due_at,
                    due_at = due_at - random() * interval '300 days'
                  where id <> all(:some)
                  """)
              .bindArray("some", UUID.class, some)
              .execute();
          h.execute(
              """
              insert into publish_attempt (id, rendition_id, number, kind, idempotency_key,
                payload_hash, node, started_at)
              select gen_random_uuid(), id, 1, 'PUBLISH', id::text, '', 'a', created_at
              from rendition
              """);
          h.execute("analyze");
        });
  }

  @Test
  void the_claim_reads_what_is_due_from_the_queue() {
    List<String> plan =
        plan(
            QueueDao.class,
            "claim",
            q ->
                q.bind("owner", "a/1")
                    .bind("now", NOON)
                    .bind("until", NOON)
                    .bindArray("channels", UUID.class, List.of())
                    .bindArray("rooms", Integer.class, List.of())
                    .bind("laneSize", 32)
                    .bind("limit", 2000));
    assertThat(plan).anyMatch(line -> line.contains("rendition_queue"));
    assertThat(plan).noneMatch(line -> line.contains("Seq Scan on rendition"));
  }

  @Test
  void what_a_channel_published_last_is_one_step_however_much_it_published() {
    List<String> plan = plan(JournalDao.class, "lockReady", q -> rows(q).bind("since", NOON));
    assertThat(plan).anyMatch(line -> line.contains("rendition_newest"));
    assertThat(plan).anyMatch(line -> line.contains("Limit"));
    assertThat(plan).noneMatch(line -> line.contains("published_at") && line.contains("Sort"));
  }

  @Test
  void what_many_lanes_begin_and_end_together_is_found_by_id() {
    for (String statement : List.of("begin", "turn", "advance", "finish")) {
      assertThat(plan(JournalDao.class, statement, QueuePlansTest::rows))
          .as(statement)
          .anyMatch(line -> line.contains("Index Scan"))
          .noneMatch(line -> line.contains("Seq Scan on rendition"));
    }
    for (String statement : List.of("finish", "closeLookUps")) {
      assertThat(plan(JournalDao.class, statement, QueuePlansTest::rows))
          .as(statement)
          .isNotEmpty()
          .noneMatch(line -> line.contains("Seq Scan on publish_attempt"));
    }
  }

  private static Query rows(Query query) {
    return query
        .bind("owner", "a/1")
        .bind("now", NOON)
        .bind("until", NOON)
        .bind("node", "a")
        .bind("rows", "[]")
        .bindArray("ids", UUID.class, some);
  }

  private static List<String> plan(Class<?> dao, String statement, UnaryOperator<Query> bound) {
    Method method =
        Arrays.stream(dao.getDeclaredMethods())
            .filter(m -> m.getName().equals(statement))
            .findFirst()
            .orElseThrow();
    String sql =
        method.isAnnotationPresent(SqlQuery.class)
            ? method.getAnnotation(SqlQuery.class).value()
            : method.getAnnotation(SqlUpdate.class).value();
    return world.jdbi.withHandle(
        h -> {
          Query query = h.createQuery("explain (costs off) " + sql);
          query
              .getConfig(org.jdbi.v3.core.statement.SqlStatements.class)
              .setUnusedBindingAllowed(true);
          return bound.apply(query).mapTo(String.class).list();
        });
  }
}
