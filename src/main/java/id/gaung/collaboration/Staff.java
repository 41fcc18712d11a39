package id.gaung.collaboration;

import id.gaung.kernel.Actor;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;

/** Refuses whoever is not promotion staff. */
final class Staff {

  private Staff() {}

  static void require(Actor by) {
    if (!by.is(Role.STAFF)) {
      throw Problem.forbidden("collaboration.only-staff");
    }
  }
}
