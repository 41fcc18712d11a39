package id.gaung.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.db.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
      for (int round = 0; round < 3; round++) {
        channels.forEach(c -> world.scheduled(c, EngineWorld.NOON, 100));
        long start = System.nanoTime();
        engine.runOnce();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
            "%d renditions in %.2f s: %.0f a second%n", 5000, seconds, 5000 / seconds);
      }
      assertThat(world.count("select count(*) from rendition where state <> 'PUBLISHED'")).isZero();
    }
  }
}
