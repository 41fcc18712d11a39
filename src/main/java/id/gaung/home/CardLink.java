package id.gaung.home;

import id.gaung.kernel.Rupiah;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Where a card leads.
 *
 * @param name of the thing there; empty where the card says it
 * @param photo by which it is known
 * @param since when it has waited, or when it should have been
 * @param of what it is a part of, such as a campaign
 * @param money that it is about
 * @param count how many of the card's things are there
 * @param by the earliest day by which one of them is due
 */
public record CardLink(
    Optional<String> name,
    String href,
    Optional<UUID> photo,
    Optional<Instant> since,
    Optional<String> of,
    Optional<Rupiah> money,
    OptionalLong count,
    Optional<LocalDate> by) {

  private static CardLink of(
      Optional<String> name,
      String href,
      Optional<UUID> photo,
      Optional<Instant> since,
      Optional<String> of) {
    return new CardLink(
        name, href, photo, since, of, Optional.empty(), OptionalLong.empty(), Optional.empty());
  }

  static CardLink to(String href) {
    return of(Optional.empty(), href, Optional.empty(), Optional.empty(), Optional.empty());
  }

  static CardLink named(String name, String href) {
    return of(Optional.of(name), href, Optional.empty(), Optional.empty(), Optional.empty());
  }

  static CardLink thing(
      String name, String href, Optional<UUID> photo, Instant since, Optional<String> of) {
    return of(Optional.of(name), href, photo, Optional.of(since), of);
  }

  CardLink costing(Rupiah amount) {
    return new CardLink(name, href, photo, since, of, Optional.of(amount), count, by);
  }

  CardLink counting(long things, Optional<LocalDate> earliest) {
    return new CardLink(name, href, photo, since, of, money, OptionalLong.of(things), earliest);
  }
}
