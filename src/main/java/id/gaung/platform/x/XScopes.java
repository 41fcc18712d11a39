package id.gaung.platform.x;

import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The permissions that are asked for, all of which are needed. */
final class XScopes {

  /** Without it a token ends after two hours for good. */
  private static final String OFFLINE = "offline.access";

  private static final List<String> ALL =
      List.of("tweet.read", "tweet.write", "users.read", "media.write", OFFLINE);

  static final String ASKED = String.join(" ", ALL);

  private XScopes() {}

  /**
   * What was asked for and not granted, with a sentence for it.
   *
   * @param granted as X lists it, with spaces; the empty text says nothing
   */
  static Optional<Failure> missing(String granted) {
    List<String> given = Arrays.asList(granted.strip().split("[ ,]+", -1));
    List<String> missing = ALL.stream().filter(scope -> !given.contains(scope)).toList();
    return granted.isBlank() || missing.isEmpty()
        ? Optional.empty()
        : Optional.of(refusal(missing));
  }

  /** It was granted, X says, but the token to renew it with was not given. */
  static Failure notOffline() {
    return refusal(List.of(OFFLINE));
  }

  private static Failure refusal(List<String> missing) {
    return Failure.of(Kind.PERMISSION, sentence(missing), String.join(", ", missing));
  }

  private static String sentence(List<String> missing) {
    if (missing.contains("tweet.write") || missing.contains("media.write")) {
      return "platform.connecting.x-write";
    }
    return missing.contains(OFFLINE)
        ? "platform.connecting.x-offline"
        : "platform.connecting.x-read";
  }
}
