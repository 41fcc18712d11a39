package id.gaung.engagement;

import id.gaung.platform.Figure;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** How many followed a channel at an instant; exactly one of value and gap is there. */
public record FollowerSnapshot(
    UUID channelId, Optional<Long> value, Optional<Figure.Gap> gap, Instant observedAt) {

  static FollowerSnapshot of(UUID channelId, Figure figure, Instant at) {
    return new FollowerSnapshot(
        channelId,
        figure.known().stream().boxed().findFirst(),
        figure instanceof Figure.Missing missing ? Optional.of(missing.gap()) : Optional.empty(),
        at);
  }
}
