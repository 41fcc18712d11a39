package id.gaung.engagement;

import id.gaung.platform.Figure;
import id.gaung.platform.Metric;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * A post's figures as the API gives them. What is missing is null, never 0.
 *
 * @param counts the newest known value of each metric
 * @param figures by formula, two decimals
 */
record PostEngagementResponse(
    UUID renditionId,
    Instant publishedAt,
    OptionalLong followersAtPublication,
    Map<Metric, Count> counts,
    OptionalLong engagements,
    Map<String, Optional<BigDecimal>> figures,
    List<ReadingResponse> readings) {

  record Count(long value, Instant observedAt, Snapshot.Source source) {}

  record ReadingResponse(
      Metric metric,
      Optional<Long> value,
      Optional<Figure.Gap> gap,
      Instant observedAt,
      Snapshot.Source source) {}

  static PostEngagementResponse from(PostEngagement post) {
    Map<Metric, Count> counts = new LinkedHashMap<>();
    post.last()
        .forEach(
            s ->
                s.value()
                    .ifPresent(
                        value ->
                            counts.put(s.metric(), new Count(value, s.observedAt(), s.source()))));
    Map<String, Optional<BigDecimal>> figures = new LinkedHashMap<>();
    Formulas.ALL.forEach(f -> figures.put(f.key(), f.of(post.figures())));
    return new PostEngagementResponse(
        post.watch().renditionId(),
        post.watch().publishedAt(),
        post.figures().followersAtPublication(),
        counts,
        post.figures().engagements(),
        figures,
        post.readings().stream()
            .map(
                s ->
                    new ReadingResponse(s.metric(), s.value(), s.gap(), s.observedAt(), s.source()))
            .toList());
  }
}
