package id.gaung.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.db.TestDatabase;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/** Engines on a database of its own for each test. */
@Tag("database")
abstract class EngineFixture {

  TestDatabase database;
  EngineWorld world;

  @BeforeEach
  void prepare() {
    database = TestDatabase.create();
    world = new EngineWorld(database);
  }

  @AfterEach
  void drop() {
    database.close();
  }

  /** Waits, but not for ever: a test that hangs is to fail by its own words. */
  static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).as("within a minute").isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static void ended(Thread thread) throws InterruptedException {
    thread.join(60_000);
    assertThat(thread.isAlive()).as("after a minute").isFalse();
  }
}
