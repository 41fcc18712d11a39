package id.gaung.channel;

import id.gaung.platform.Connecting.Option;
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
}
