package id.gaung.channel;

import id.gaung.kernel.Network;
import id.gaung.platform.Connecting.Option;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/**
 * Accounts of which a person chooses one. Holds nothing secret.
 *
 * @param state by which the choice is made; works once, for the person who connects
 */
public record Choosing(String state, List<Option> options) {

  public Choosing {
    options = List.copyOf(options);
  }

  /** The one of that id, if it can be taken. */
  Optional<Option> open(String id) {
    return options.stream().filter(o -> o.isOpen() && o.id().equals(id)).findFirst();
  }

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
}
