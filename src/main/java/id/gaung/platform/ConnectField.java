package id.gaung.platform;

import java.util.List;

/**
 * Something to type in or to choose when connecting an account. Label and hint stand in the bundles
 * under {@code channel.connect.NETWORK.NAME}, and what may be chosen under {@code
 * channel.connect.NETWORK.NAME.CHOICE}.
 *
 * @param secret shown as a password field and never shown again
 * @param initial what the field holds at first; empty if nothing
 * @param choices what may stand in it, the usual one first; none where anything may be typed
 * @param required whether nothing is connected without it
 */
public record ConnectField(
    String name, boolean secret, String initial, List<String> choices, boolean required) {

  public ConnectField {
    choices = List.copyOf(choices);
  }

  /** Something to type in. */
  public ConnectField(String name, boolean secret, String initial) {
    this(name, secret, initial, List.of(), true);
  }

  /** Something that may be left empty. */
  public static ConnectField optional(String name, boolean secret) {
    return new ConnectField(name, secret, "", List.of(), false);
  }

  /** One of these, which are not empty; the first stands there at first. */
  public static ConnectField choice(String name, List<String> choices) {
    return new ConnectField(name, false, choices.get(0), choices, true);
  }
}
