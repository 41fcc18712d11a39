package id.gaung.platform.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In which parts a video is sent; the sizes are those with which others were refused. */
class ChunkPlanTest {

  /** A part that is not as long as the only one was refused at 10 to 20 MB, a count rounded up. */
  @ParameterizedTest
  @CsvSource({
    "1, 1, 1",
    "4999999, 4999999, 1",
    "15000000, 15000000, 1",
    "64000000, 64000000, 1",
    "64000001, 10000000, 6",
    "66259900, 10000000, 6",
    "77360899, 10000000, 7",
    "70000000, 10000000, 7",
    "4000000000, 10000000, 400",
  })
  void what_is_announced_is_what_is_sent(long bytes, long size, long count) {
    ChunkPlan plan = new ChunkPlan(bytes);
    assertThat(plan.size()).isEqualTo(size);
    assertThat(plan.count()).isEqualTo(count);
    List<Long> parts = new ArrayList<>();
    for (long from = 0; from < bytes; from = plan.end(from)) {
      parts.add(plan.end(from) - from);
    }
    assertThat(parts).hasSize((int) count);
    assertThat(parts.stream().mapToLong(Long::longValue).sum()).isEqualTo(bytes);
    assertThat(parts.subList(0, parts.size() - 1)).allMatch(part -> part == size);
    assertThat(parts.get(parts.size() - 1)).isBetween(size, 2 * size - 1);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 9_999_999, 10_000_000, 59_999_999, 60_000_000, 66_000_000, 99_000_000})
  void it_goes_on_where_a_part_begins(long there) {
    ChunkPlan plan = new ChunkPlan(66_259_900);
    long begin = plan.begin(there);
    assertThat(begin % plan.size()).isZero();
    assertThat(begin).isLessThanOrEqualTo(there).isLessThanOrEqualTo(50_000_000);
    assertThat(there - begin < plan.size() || begin == 50_000_000).isTrue();
  }

  @Test
  void a_whole_video_begins_at_its_beginning() {
    assertThat(new ChunkPlan(64).begin(63)).isZero();
  }
}
