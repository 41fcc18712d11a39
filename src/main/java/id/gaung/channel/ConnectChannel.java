package id.gaung.channel;

import id.gaung.kernel.FieldError;
import id.gaung.kernel.Problem;
import id.gaung.platform.Network;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;

/**
 * Connect an account.
 *
 * @param input by the names of the network's fields
 * @param label the office's own name for it; empty for the account's handle
 */
public record ConnectChannel(
    Network network, Map<String, String> input, @Size(max = 80) String label) {

  public ConnectChannel {
    List<FieldError> missing =
        input.entrySet().stream()
            .filter(field -> field.getValue() == null)
            .map(field -> FieldError.of("input." + field.getKey(), "field.required"))
            .toList();
    if (!missing.isEmpty()) {
      throw Problem.invalid(missing);
    }
    input = Map.copyOf(input);
  }

  /** The input may hold a password. */
  @Override
  public String toString() {
    return "ConnectChannel[" + network + "]";
  }
}
