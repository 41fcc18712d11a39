package id.gaung.publishing;

import id.gaung.publishing.PublishingSwitch.SwitchState;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Whether anything may go out, as the API shows it.
 *
 * @param reason why it was stopped
 */
public record SwitchResponse(
    boolean stopped,
    Optional<String> reason,
    Optional<UUID> changedBy,
    Optional<Instant> changedAt) {

  static SwitchResponse from(SwitchState state) {
    return new SwitchResponse(
        state.stopped(), state.reason(), state.changedBy(), state.changedAt());
  }
}
