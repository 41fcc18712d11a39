package id.gaung.kernel;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who does something: a person, the holder of an offer's link, or Gaung itself. Every command takes
 * one and every audit row names one.
 *
 * @param id the person (or creator) behind it; empty for the system
 * @param name as shown in the audit log
 */
public record Actor(Kind kind, Optional<UUID> id, String name, Set<Role> roles) {

  public enum Kind {
    PERSON,
    CREATOR_LINK,
    SYSTEM
  }

  public Actor {
    roles = Set.copyOf(roles);
  }

  public static Actor person(UUID id, String name, Set<Role> roles) {
    return new Actor(Kind.PERSON, Optional.of(id), name, roles);
  }

  /** A creator who came by the link of an offer, without an account. */
  public static Actor creatorByLink(UUID creatorId, String name) {
    return new Actor(Kind.CREATOR_LINK, Optional.of(creatorId), name, Set.of(Role.CREATOR));
  }

  /**
   * @param part which part of Gaung acts, such as {@code publishing}
   */
  public static Actor system(String part) {
    return new Actor(Kind.SYSTEM, Optional.empty(), part, Set.of());
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }

  public boolean isPerson(UUID personId) {
    return kind == Kind.PERSON && id.filter(personId::equals).isPresent();
  }
}
