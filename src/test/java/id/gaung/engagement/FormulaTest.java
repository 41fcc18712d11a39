package id.gaung.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.gaung.kernel.Nets;
import id.gaung.kernel.Network;
import id.gaung.platform.Metric;
import id.gaung.platform.NetworkModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FormulaTest {

  private static final JsonNode VECTORS = vectors();
  private static final Map<String, Formula> BY_EXPECTATION =
      Map.of(
          "er_by_followers_pct", Formula.ER_FOLLOWERS,
          "er_by_reach_pct", Formula.ER_REACH,
          "er_by_views_pct", Formula.ER_VIEWS,
          "save_rate_by_reach_pct", Formula.SAVE_RATE,
          "virality_by_views_pct", Formula.VIRALITY,
          "amplification_by_followers_pct", Formula.AMPLIFICATION);

  @Test
  void golden_posts_of_every_network() {
    JsonNode posts = VECTORS.get("posts");
    assertThat(posts).hasSizeGreaterThan(5);
    for (JsonNode post : posts) {
      PostFigures figures = figures(post);
      JsonNode expected = post.get("expect");
      assertThat(figures.engagements())
          .as("%s engagements", post)
          .isEqualTo(number(expected.get("engagements")));
      BY_EXPECTATION.forEach(
          (name, formula) ->
              assertThat(formula.of(figures))
                  .as("%s %s", post, name)
                  .isEqualTo(decimal(expected.get(name))));
    }
  }

  @Test
  void our_networks_count_what_the_vectors_say() {
    Map<Network, Set<Metric>> beside =
        Map.of(
            Nets.LINKEDIN, Set.of(Metric.LIKES, Metric.COMMENTS, Metric.SHARES),
            Nets.TELEGRAM, Set.of());
    // The vectors have saves, too, which TikTok's Display API tells nobody: no sum would be whole
    // (decision 24).
    Set<Metric> withoutSaves =
        metrics(VECTORS.get("engagement_sets").path(Nets.TIKTOK.name())).stream()
            .filter(metric -> metric != Metric.SAVES)
            .collect(Collectors.toSet());
    for (NetworkModule network : NetworkModule.published()) {
      if (network.equals(Nets.TIKTOK)) {
        assertThat(network.traits().counts().engagements()).isEqualTo(withoutSaves);
        continue;
      }
      JsonNode told = VECTORS.get("engagement_sets").path(network.name());
      assertThat(network.traits().counts().engagements())
          .as(network.name())
          .isEqualTo(told.isMissingNode() ? beside.get(network) : metrics(told));
    }
  }

  @Test
  void pooled_mean_and_median_are_three_different_numbers() {
    List<RateShare> posts = new ArrayList<>();
    VECTORS
        .get("campaign")
        .get("posts")
        .forEach(post -> posts.add(new RateShare(post.get(0).asLong(), post.get(1).asLong())));
    JsonNode expected = VECTORS.get("campaign").get("expect");
    assertThat(RateOfPosts.pooled(posts)).isEqualTo(decimal(expected.get("pooled_er_pct")));
    assertThat(RateOfPosts.mean(posts)).isEqualTo(decimal(expected.get("mean_er_pct")));
    assertThat(RateOfPosts.median(posts)).isEqualTo(decimal(expected.get("median_er_pct")));
  }

  @Test
  void a_network_without_engagements_has_none_and_not_zero() {
    PostFigures figures =
        new PostFigures(Set.of(), Map.of(Metric.LIKES, 9L, Metric.VIEWS, 90L), OptionalLong.of(5));
    assertThat(figures.engagements()).isEmpty();
    assertThat(Formula.ER_VIEWS.of(figures)).isEmpty();
    assertThat(Formula.ER_FOLLOWERS.of(figures)).isEmpty();
  }

  @Test
  void nothing_published_has_no_rate() {
    assertThat(RateOfPosts.pooled(List.of())).isEmpty();
    assertThat(RateOfPosts.mean(List.of())).isEmpty();
    assertThat(RateOfPosts.median(List.of(new RateShare(3, 0)))).isEmpty();
  }

  private static PostFigures figures(JsonNode post) {
    Map<Metric, Long> counts = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      number(post.get(metric.name().toLowerCase(Locale.ROOT)))
          .ifPresent(value -> counts.put(metric, value));
    }
    return new PostFigures(
        metrics(VECTORS.get("engagement_sets").get(post.get("platform").asText())),
        counts,
        number(post.get("followers_at_publication")));
  }

  private static Set<Metric> metrics(JsonNode names) {
    Set<Metric> metrics = EnumSet.noneOf(Metric.class);
    names.forEach(name -> metrics.add(Metric.valueOf(name.asText().toUpperCase(Locale.ROOT))));
    return metrics;
  }

  private static OptionalLong number(JsonNode node) {
    return node.isNull() ? OptionalLong.empty() : OptionalLong.of(node.asLong());
  }

  private static Optional<BigDecimal> decimal(JsonNode node) {
    return node.isNull() ? Optional.empty() : Optional.of(new BigDecimal(node.asText()));
  }

  private static JsonNode vectors() {
    try {
      return new ObjectMapper()
          .readTree(FormulaTest.class.getResourceAsStream("/vectors/engagement.json"));
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
