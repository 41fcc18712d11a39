package id.gaung.catalogue;

import id.gaung.kernel.Actor;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;

/** Who keeps the catalogue. */
final class Keepers {

  private Keepers() {}

  /** The staff, and Gaung itself when an import runs from the command line. */
  static void check(Actor by) {
    if (by.kind() != Actor.Kind.SYSTEM && !by.is(Role.STAFF)) {
      throw Problem.forbidden("catalogue.staff-only");
    }
  }
}
