package id.gaung.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.db.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.junit.jupiter.api.Test;

/**
 * How many posts a second the engine carries when the network answers at once, on a PostgreSQL that
 * syncs each commit to the disk. A measurement, run by name: {@code -Dtest=EngineRate}.
 */
class EngineRate {

  @Test
  void five_thousand_renditions_on_fifty_channels() throws Exception {
    try (EmbeddedPostgres postgres =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("shared_buffers", "256MB")
            .start()) {
      var pool = new org.apache.tomcat.jdbc.pool.DataSource();
      pool.setUrl(postgres.getJdbcUrl("postgres", "postgres"));
      pool.setDriverClassName("org.postgresql.Driver");
      pool.setMaxActive(40);
      Migrations.run(pool);
      EngineWorld world = new EngineWorld(pool);
      List<UUID> channels = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        channels.add(world.channel("c" + i));
      }
      PublishingEngine engine =
          world.engine("a", PublishingRules.of(Duration.ofMinutes(60), 50), journal -> journal);
      channels.forEach(c -> world.scheduled(c, EngineWorld.NOON, 20));
      engine.runOnce();
      for (int round = 0; round < 6; round++) {
        channels.forEach(c -> world.scheduled(c, EngineWorld.NOON, 100));
        long start = System.nanoTime();
        engine.runOnce();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
            "%d renditions in %.2f s: %.0f a second%n", 5000, seconds, 5000 / seconds);
      }
      channels.forEach(c -> world.scheduled(c, EngineWorld.NOON, 100));
      List<String> plan = explain(world);
      plan.forEach(System.out::println);
      assertThat(plan).anyMatch(line -> line.contains("rendition_queue"));
      assertThat(plan).noneMatch(line -> line.contains("Seq Scan on rendition"));
      engine.runOnce();
      assertThat(world.count("select count(*) from rendition where state <> 'PUBLISHED'")).isZero();
    }
  }

  /** The claim as PostgreSQL would run it, with some ten thousands published before. */
  private static List<String> explain(EngineWorld world) throws NoSuchMethodException {
    String sql =
        Arrays.stream(QueueDao.class.getDeclaredMethods())
            .filter(m -> m.getName().equals("claim"))
            .findFirst()
            .orElseThrow()
            .getAnnotation(SqlQuery.class)
            .value();
    world.jdbi.useHandle(h -> h.execute("analyze"));
    return world.jdbi.withHandle(
        h ->
            h.createQuery("explain (analyze, costs off) " + sql)
                .bind("owner", "explain/1")
                .bind("now", EngineWorld.NOON)
                .bind("until", EngineWorld.NOON.minusSeconds(1))
                .bindArray("channels", UUID.class, List.of())
                .bindArray("rooms", Integer.class, List.of())
                .bind("laneSize", 32)
                .bind("limit", 2000)
                .mapTo(String.class)
                .list());
  }
}
