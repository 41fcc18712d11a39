package id.gaung;

import com.codahale.metrics.MetricRegistry;
import id.gaung.db.Database;
import id.gaung.db.Migrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An embedded PostgreSQL of the benchmark's own, with the settings of the product (fsync on). */
record BenchDatabase(Path folder, Database database) implements AutoCloseable {

  static BenchDatabase open(String name) throws IOException {
    Path folder = Files.createTempDirectory("gaung-bench-" + name);
    Database database = Database.embedded(folder, 40, new MetricRegistry());
    Migrations.run(database.dataSource(), List.of(Practice.CHANGELOG));
    return new BenchDatabase(folder, database);
  }

  @Override
  public void close() {
    database.close();
  }
}
