package id.gaung.kernel;

import java.util.Arrays;

/** Who may give a command; asked by the facades, whatever door it came through. */
public final class Permissions {

  private Permissions() {}

  /**
   * Lets Gaung itself pass, and whoever has one of the roles.
   *
   * @throws Problem forbidden, with whose turn it is: the first of the roles
   */
  public static void require(Actor by, Role... roles) {
    if (by.kind() != Actor.Kind.SYSTEM && Arrays.stream(roles).noneMatch(by::is)) {
      throw Problem.forbidden("problem.only." + roles[0]);
    }
  }
}
