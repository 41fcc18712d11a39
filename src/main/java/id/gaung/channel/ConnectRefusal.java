package id.gaung.channel;

import id.gaung.kernel.FieldError;
import id.gaung.kernel.Problem;
import id.gaung.platform.ConnectField;
import id.gaung.platform.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Why an account was not connected, for who connects it: nothing is tried again by itself here. */
final class ConnectRefusal {

  private ConnectRefusal() {}

  /**
   * @param asked the fields that a person filled in, which are named where they do not fit
   */
  static Problem of(Failure failure, List<ConnectField> asked) {
    // Some say in a sentence of their own what is to be done.
    if (failure.code().startsWith("platform.connecting.")) {
      return Problem.conflict(failure.code());
    }
    return switch (failure.kind()) {
      case RATE_LIMITED -> later(failure, "channel.connecting.busy");
      case QUOTA -> later(failure, "channel.connecting.quota");
      case TRANSIENT -> later(failure, "channel.connecting.disturbed");
      case PERMISSION ->
          failure
              .notGranted()
              .map(names -> Problem.conflict("channel.connecting.not-granted", names))
              .orElseGet(() -> Problem.conflict("platform.failure." + failure.kind()));
      case CREDENTIALS_WRONG ->
          Problem.conflict(
              "platform.failure." + failure.kind(),
              asked.stream()
                  .filter(field -> field.choices().isEmpty())
                  .map(field -> FieldError.of(field.name(), "channel.connecting.look"))
                  .toList());
      case SERVER_NOT_FOUND, ACCOUNT_BLOCKED ->
          Problem.conflict("platform.failure." + failure.kind());
      default -> Problem.conflict("channel.connecting.refused");
    };
  }

  /**
   * Before anything is asked: what is empty fits no account, and that says nothing of the rest.
   *
   * @throws Problem naming what is empty
   */
  static void ofEmpty(List<ConnectField> fields, Map<String, String> input) {
    List<FieldError> empty =
        fields.stream()
            .filter(field -> field.required() && field.initial().isEmpty())
            .filter(field -> input.getOrDefault(field.name(), "").isBlank())
            .map(field -> FieldError.of(field.name(), "field.required"))
            .toList();
    if (!empty.isEmpty()) {
      throw Problem.invalid(empty);
    }
  }

  /** With the time the network tells, if it does. */
  private static Problem later(Failure failure, String untold) {
    return failure
        .retryAfter()
        .map(wait -> Problem.conflict("channel.connecting.wait", minutes(wait)))
        .orElseGet(() -> Problem.conflict(untold));
  }

  private static String minutes(Duration wait) {
    return String.valueOf(Math.max(1, (wait.toSeconds() + 59) / 60));
  }
}
