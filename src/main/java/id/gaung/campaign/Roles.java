package id.gaung.campaign;

import id.gaung.kernel.Actor;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;

/** Refuses whoever lacks a role, with whose turn it is. */
final class Roles {

  private Roles() {}

  static void require(Actor by, Role role) {
    if (!by.is(role)) {
      throw Problem.forbidden("campaign.only." + role);
    }
  }
}
