package id.gaung.channel;

import id.gaung.kernel.Network;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Say which of several accounts is to be connected.
 *
 * @param state of the {@link Choosing}
 * @param id of one of its options
 */
public record ChooseAccount(
    @NotNull Network network,
    @NotBlank @Size(max = 100) String state,
    @NotBlank(message = "field.required") @Size(max = 200) String id) {

  /** The state opens what was begun. */
  @Override
  public String toString() {
    return "ChooseAccount[" + network + " " + id + "]";
  }
}
