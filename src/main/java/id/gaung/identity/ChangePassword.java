package id.gaung.identity;

/**
 * The command to choose another password.
 *
 * @param current may be empty where it is not asked
 * @param repeat the new one again, since nobody sees what was typed
 */
record ChangePassword(String current, String password, String repeat) {
  @Override
  public String toString() {
    return "ChangePassword[hidden]";
  }
}
