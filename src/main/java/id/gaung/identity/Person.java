package id.gaung.identity;

import id.gaung.kernel.Actor;
import id.gaung.kernel.Role;
import id.gaung.kernel.Whatsapp;
import id.gaung.web.Language;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody who may sign in.
 *
 * @param email in lower case, unique
 * @param active whether the person may sign in; nobody is ever deleted, for the audit log's sake
 * @param hasPassword false for those who have only come by a link so far
 * @param phone at which creators reach a member of staff
 * @param version for optimistic locking
 */
public record Person(
    UUID id,
    String email,
    String name,
    Set<Role> roles,
    Language language,
    boolean active,
    boolean hasPassword,
    Instant createdAt,
    Optional<Whatsapp> phone,
    int version) {

  public Person {
    roles = Set.copyOf(roles);
  }

  public Actor actor() {
    return Actor.person(id, name, roles);
  }
}
