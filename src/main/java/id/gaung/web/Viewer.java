package id.gaung.web;

import id.gaung.kernel.Actor;
import id.gaung.kernel.Role;
import java.security.Principal;
import java.util.Set;
import java.util.UUID;

/** The person who is signed in; every door takes one as {@code @Auth Viewer}. */
public interface Viewer extends Principal {

  UUID id();

  Set<Role> roles();

  Language language();

  @Override
  String getName();

  default boolean is(Role role) {
    return roles().contains(role);
  }

  /** The same person as the one who gives a command. */
  default Actor actor() {
    return Actor.person(id(), getName(), roles());
  }
}
