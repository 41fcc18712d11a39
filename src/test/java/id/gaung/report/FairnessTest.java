package id.gaung.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FairnessTest {

  @Test
  void golden_fairness() throws IOException {
    JsonNode cases =
        new ObjectMapper()
            .readTree(FairnessTest.class.getResourceAsStream("/vectors/fairness.json"))
            .get("cases");
    assertThat(cases).hasSize(3);
    for (JsonNode given : cases) {
      List<Long> views = longs(given.get("views_by_kecamatan"));
      List<Long> umkm = longs(given.get("umkm_by_kecamatan"));
      for (int i = 0; i < views.size(); i++) {
        assertThat(Fairness.ratio(views.get(i), sum(views), umkm.get(i), sum(umkm)))
            .contains(new BigDecimal(given.get("expect").get("ratio").get(i).asText()));
      }
      assertThat(Fairness.jain(views))
          .contains(new BigDecimal(given.get("expect").get("jain_index_of_views").asText()));
    }
  }

  @Test
  void without_any_exposure_nothing_is_even_or_uneven() {
    assertThat(Fairness.jain(List.of(0L, 0L, 0L))).isEmpty();
    assertThat(Fairness.ratio(0, 0, 10, 60)).isEmpty();
    assertThat(Fairness.ratio(5, 10, 0, 60)).isEmpty();
  }

  private static List<Long> longs(JsonNode array) {
    List<Long> values = new ArrayList<>();
    array.forEach(value -> values.add(value.asLong()));
    return values;
  }

  private static long sum(List<Long> values) {
    return values.stream().mapToLong(v -> v).sum();
  }
}
