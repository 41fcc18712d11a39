package id.gaung.platform.meta;

import id.gaung.platform.Failure.Kind;
import java.util.Optional;
import java.util.Set;

/**
 * What the subcodes mean that Meta's networks give while media are made and published, after the
 * table "Error codes" of Instagram's platform; Threads answers with the same.
 */
public final class MediaCodes {

  static final int NOT_READY = 2207027;

  /** Download or processing went wrong on the network's side, or a container is used up. */
  private static final Set<Integer> PASSING =
      Set.of(
          2207001, 2207003, 2207006, 2207008, 2207020, NOT_READY, 2207032, 2207052, 2207053,
          2207077, 2207082);

  /** Format, size, ratio, number of children: the picture must change. */
  private static final Set<Integer> PICTURE =
      Set.of(2207004, 2207005, 2207009, 2207023, 2207026, 2207028, 2207057);

  /** Caption too long, too many tags. */
  private static final Set<Integer> TEXT = Set.of(2207010, 2207040);

  private MediaCodes() {}

  /** Empty for all others. */
  public static Optional<Kind> kind(int subcode) {
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
      // What is of a kind that cannot be deleted stays, whenever it is asked again.
      case 2207073 -> Optional.of(Kind.REJECTED);
      case 2207050, 2207051 -> Optional.of(Kind.ACCOUNT_BLOCKED);
      default -> Optional.empty();
    };
  }

  /** Whether a refusal to publish says only that its container is not ready yet. */
  public static boolean isNotReady(GraphError error) {
    return error.subcode() == NOT_READY;
  }
}
