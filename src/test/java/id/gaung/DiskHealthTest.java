package id.gaung;

import static org.assertj.core.api.Assertions.assertThat;

import com.codahale.metrics.health.HealthCheck;
import id.gaung.home.DiskSpace;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskHealthTest {

  @Test
  void a_folder_that_is_away_is_red_and_named(@TempDir Path folder) {
    HealthCheck.Result result =
        new DiskHealthCheck(DiskSpace.of(folder.resolve("missing"))).execute();
    assertThat(result.isHealthy()).isFalse();
    assertThat(result.getMessage()).contains("data folder");
  }

  @Test
  void the_sentence_names_what_is_left(@TempDir Path folder) {
    HealthCheck.Result result = new DiskHealthCheck(DiskSpace.of(folder)).execute();
    assertThat(result.getMessage()).contains("MB are left");
  }
}
