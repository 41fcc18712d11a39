package id.gaung.home;

import java.util.Optional;

/**
 * Where a card leads.
 *
 * @param name of the thing there; empty where the card says it
 */
public record CardLink(Optional<String> name, String href) {

  static CardLink to(String href) {
    return new CardLink(Optional.empty(), href);
  }

  static CardLink named(String name, String href) {
    return new CardLink(Optional.of(name), href);
  }
}
