package id.gaung.web;

import id.gaung.kernel.Actor;
import id.gaung.kernel.Role;
import java.util.Set;
import java.util.UUID;

/** A person who is signed in, for tests of pages without a server. */
public record TestViewer(Actor actor) implements Viewer {

  @Override
  public UUID id() {
    return actor.id().orElseThrow();
  }

  @Override
  public Set<Role> roles() {
    return actor.roles();
  }

  @Override
  public Language language() {
    return Language.ID;
  }

  @Override
  public String getName() {
    return actor.name();
  }
}
