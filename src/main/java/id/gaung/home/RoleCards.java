package id.gaung.home;

import id.gaung.kernel.Role;
import id.gaung.web.Viewer;
import java.util.Optional;
import java.util.stream.Stream;

/** The cards of one role. */
interface RoleCards {

  Role role();

  /** In the order in which they are shown; empty ones are left out. */
  Stream<Optional<Card>> of(Viewer viewer);
}
