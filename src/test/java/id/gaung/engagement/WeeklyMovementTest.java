package id.gaung.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.gaung.engagement.WeeklyMovement.Observation;
import id.gaung.kernel.Week;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class WeeklyMovementTest {

  private static final Week PUBLISHED = week("2026-W40");

  @Test
  void golden_deltas() throws IOException {
    JsonNode cases =
        new ObjectMapper()
            .readTree(WeeklyMovementTest.class.getResourceAsStream("/vectors/weekly_deltas.json"))
            .get("cases");
    assertThat(cases).hasSize(2);
    for (JsonNode given : cases) {
      Week published = week(given.get("published_week").asText());
      List<Observation> observations = new ArrayList<>();
      for (JsonNode snapshot : given.get("snapshots")) {
        Instant at = OffsetDateTime.parse(snapshot.get(0).asText()).toInstant();
        observations.add(new Observation(at, snapshot.get(1).asLong()));
      }
      for (JsonNode expected : given.path("expect")) {
        WeeklyMovement moved =
            WeeklyMovement.of(
                week(expected.get(0).asText()), published, observations, Optional.empty());
        assertThat(moved)
            .as(expected.toString())
            .isEqualTo(
                new WeeklyMovement(expected.get(1).asLong(), expected.get(2).asLong(), 0, true));
      }
      for (JsonNode expected : given.path("expect_incomplete")) {
        assertThat(
                WeeklyMovement.of(
                        week(expected.asText()), published, observations, Optional.empty())
                    .complete())
            .isFalse();
      }
    }
  }

  @Test
  void the_movement_of_an_incomplete_week_comes_late_and_on_its_own_line() {
    List<Observation> observations = List.of(at(PUBLISHED, 100), at(PUBLISHED.next().next(), 250));
    assertThat(of(PUBLISHED.next(), observations).complete()).isFalse();
    assertThat(of(PUBLISHED.next().next(), observations))
        .isEqualTo(new WeeklyMovement(0, 0, 150, true));
  }

  @Test
  void a_deleted_post_keeps_its_last_value_and_moves_no_more() {
    List<Observation> observations = List.of(at(PUBLISHED, 100));
    Optional<Instant> gone = Optional.of(PUBLISHED.next().start().plus(Duration.ofDays(1)));
    Week after = PUBLISHED.next().next().next();
    assertThat(WeeklyMovement.of(after, PUBLISHED, observations, gone))
        .isEqualTo(WeeklyMovement.NONE);
  }

  @Test
  void before_its_publication_a_post_does_not_move() {
    assertThat(of(PUBLISHED.previous(), List.of(at(PUBLISHED, 5)))).isEqualTo(WeeklyMovement.NONE);
  }

  @Property
  void all_weeks_add_up_to_the_last_lifetime_value(@ForAll("readings") List<Observation> readings) {
    Week last = Week.of(readings.get(readings.size() - 1).at());
    List<Observation> withCut = new ArrayList<>(readings);
    withCut.add(new Observation(last.end().minusSeconds(60), readings.get(0).value() + 7));
    long sum = 0;
    for (Week week = PUBLISHED; week.compareTo(last) <= 0; week = week.next()) {
      sum += of(week, withCut).sum();
    }
    assertThat(sum).isEqualTo(readings.get(0).value() + 7);
  }

  @Provide
  Arbitrary<List<Observation>> readings() {
    Arbitrary<Long> hours = Arbitraries.longs().between(0, 24 * 7 * 8);
    Arbitrary<Long> values = Arbitraries.longs().between(0, 1_000_000);
    return Combinators.combine(hours, values)
        .as((h, v) -> new Observation(PUBLISHED.start().plus(Duration.ofHours(h)), v))
        .list()
        .ofMinSize(1)
        .ofMaxSize(30)
        .map(
            list -> list.stream().sorted(java.util.Comparator.comparing(Observation::at)).toList());
  }

  private static WeeklyMovement of(Week week, List<Observation> observations) {
    return WeeklyMovement.of(week, PUBLISHED, observations, Optional.empty());
  }

  /** A reading on Sunday evening. */
  private static Observation at(Week week, long value) {
    return new Observation(week.end().minus(Duration.ofMinutes(10)), value);
  }

  private static Week week(String label) {
    return Week.parse(label).orElseThrow();
  }
}
