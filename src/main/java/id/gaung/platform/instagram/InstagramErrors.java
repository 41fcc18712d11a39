package id.gaung.platform.instagram;

import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.meta.GraphError;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Instagram's own error codes mean, after the table "Error codes" of its platform. */
final class InstagramErrors {

  private static final Pattern SUBCODE = Pattern.compile("\\b(22070\\d\\d)\\b");

  /** Download or processing went wrong on Instagram's side, or a container is used up. */
  private static final Set<Integer> PASSING =
      Set.of(
          2207001, 2207003, 2207006, 2207008, 2207020, 2207027, 2207032, 2207052, 2207053, 2207077,
          2207082);

  /** Format, size, ratio, number of children: the picture must change. */
  private static final Set<Integer> PICTURE =
      Set.of(2207004, 2207005, 2207009, 2207023, 2207026, 2207028, 2207057);

  /** Caption too long, too many tags. */
  private static final Set<Integer> TEXT = Set.of(2207010, 2207040);

  private InstagramErrors() {}

  /** A container that ended in {@code ERROR}; its text holds the subcode, if anything does. */
  public static Failure ofContainer(String status) {
    Matcher found = SUBCODE.matcher(status);
    if (!found.find()) {
      return Failure.of(Kind.MEDIA_REJECTED, "ERROR", status);
    }
    int subcode = Integer.parseInt(found.group(1));
    return Failure.of(bySubcode(subcode).orElse(Kind.MEDIA_REJECTED), "ERROR/" + subcode, status);
  }

  /** Empty where Meta's common codes decide. */
  static Optional<Kind> kind(GraphError error) {
    return error.message().toLowerCase(Locale.ROOT).contains("not an instagram business")
        ? Optional.of(Kind.RECONNECT)
        : bySubcode(error.subcode());
  }

  /** The object asked for is not there, or this account may not see it, or not yet. */
  static boolean isMissing(GraphError error) {
    return error.isMissingObject() || error.is(24, 2207006) || error.is(24, 2207008);
  }

  private static Optional<Kind> bySubcode(int subcode) {
    if (PASSING.contains(subcode)) {
      return Optional.of(Kind.TRANSIENT);
    }
    if (PICTURE.contains(subcode)) {
      return Optional.of(Kind.MEDIA_REJECTED);
    }
    if (TEXT.contains(subcode)) {
      return Optional.of(Kind.TEXT_REJECTED);
    }
    return switch (subcode) {
      case 2207042 -> Optional.of(Kind.QUOTA);
      case 2207050, 2207051 -> Optional.of(Kind.ACCOUNT_BLOCKED);
      default -> Optional.empty();
    };
  }
}
