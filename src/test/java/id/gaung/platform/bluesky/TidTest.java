package id.gaung.platform.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class TidTest {

  private static final String ALPHABET = "234567abcdefghijklmnopqrstuvwxyz";

  @Property
  void isAValidTidThatNamesItsMillisecond(
      @ForAll long high,
      @ForAll long low,
      @ForAll @LongRange(min = 0, max = 4102444800000L) long ms) {
    Instant at = Instant.ofEpochMilli(ms);
    String tid = Tid.of(new UUID(high, low), at);
    assertThat(tid).matches("[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}");
    assertThat(tid).isEqualTo(Tid.of(new UUID(high, low), at));
    long value = 0;
    for (int i = 0; i < tid.length(); i++) {
      value = value << 5 | ALPHABET.indexOf(tid.charAt(i));
    }
    assertThat((value >>> 10) / 1000).isEqualTo(ms);
  }

  @Test
  void postsOfOneMomentGetKeysApart() {
    Instant at = Instant.parse("2026-11-24T10:00:00Z");
    Set<String> tids = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      tids.add(Tid.of(new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L + i), at));
    }
    assertThat(tids).hasSize(100);
  }

  @Test
  void laterPostsSortLater() {
    UUID id = new UUID(1, 2);
    assertThat(Tid.of(id, Instant.parse("2026-11-24T10:00:00.001Z")))
        .isGreaterThan(Tid.of(id, Instant.parse("2026-11-24T10:00:00Z")));
  }
}
