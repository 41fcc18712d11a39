package id.gaung.platform.linkedin;

import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The permissions that are asked for, all of which are needed and of pages alone. */
final class LinkedInScopes {

  private static final String WRITE = "w_organization_social";
  private static final String READ = "r_organization_social";

  /** Which pages there are, and what their posts count. */
  private static final String ADMIN = "rw_organization_admin";

  private static final List<String> ALL = List.of(WRITE, READ, ADMIN);

  static final String ASKED = String.join(" ", ALL);

  private LinkedInScopes() {}

  /**
   * What was asked for and not granted, with a sentence for it.
   *
   * @param granted as LinkedIn lists it, with commas or spaces; the empty text says nothing
   */
  static Optional<Failure> missing(String granted) {
    List<String> given = Arrays.asList(granted.strip().split("[ ,]+", -1));
    List<String> missing = ALL.stream().filter(scope -> !given.contains(scope)).toList();
    return granted.isBlank() || missing.isEmpty()
        ? Optional.empty()
        : Optional.of(Failure.of(Kind.PERMISSION, sentence(missing), String.join(", ", missing)));
  }

  private static String sentence(List<String> missing) {
    if (missing.size() > 1) {
      return "platform.connecting.linkedin-all";
    }
    return switch (missing.get(0)) {
      case WRITE -> "platform.connecting.linkedin-write";
      case READ -> "platform.connecting.linkedin-read";
      default -> "platform.connecting.linkedin-admin";
    };
  }
}
