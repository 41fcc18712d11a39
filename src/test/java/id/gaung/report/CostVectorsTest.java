package id.gaung.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a post cost for each engagement and view, as the golden numbers say. */
class CostVectorsTest {

  @Test
  void golden_posts_cost_what_the_vectors_say() throws IOException {
    JsonNode vectors =
        new ObjectMapper()
            .readTree(CostVectorsTest.class.getResourceAsStream("/vectors/engagement.json"));
    JsonNode posts = vectors.get("posts");
    assertThat(posts).hasSizeGreaterThan(5);
    for (JsonNode post : posts) {
      long cost = post.get("fee_rupiah").asLong() + post.get("sample_value_rupiah").asLong();
      JsonNode expected = post.get("expect");
      is(cost, expected.get("engagements"), 1, expected.get("cpe_rupiah"));
      is(cost, post.get("views"), 1000, expected.get("cpm_views_rupiah"));
      is(cost, post.get("views"), 1, expected.get("cpv_rupiah"));
    }
  }

  private static void is(long cost, JsonNode count, int times, JsonNode expected) {
    Optional<BigDecimal> told =
        count.isNull() ? Optional.empty() : CostLines.pooled(cost, count.asLong(), times);
    assertThat(told)
        .isEqualTo(
            expected.isNull() ? Optional.empty() : Optional.of(new BigDecimal(expected.asText())));
  }
}
