package id.gaung.mail;

import id.gaung.kernel.Whatsapp;
import id.gaung.web.Language;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody as a message reaches them. Personal data: kept nowhere in the outbox.
 *
 * @param person the account whose choices count; empty for a creator without one
 * @param active whether messages may go there
 */
public record Addressee(
    String name,
    Optional<String> email,
    Optional<Whatsapp> whatsapp,
    Language language,
    Optional<UUID> person,
    boolean active) {

  /** Who is behind an id; implemented by whoever keeps them. */
  @FunctionalInterface
  public interface Book {
    /** Those of them who exist; one query however many. */
    Map<UUID, Addressee> find(Collection<UUID> ids);
  }
}
