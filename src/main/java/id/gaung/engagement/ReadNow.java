package id.gaung.engagement;

/** What came of reading a post because a person asked. */
enum ReadNow {
  READ,
  /** Its network does not mention it, though it is not known to be gone. */
  NOT_SHOWN,
  /** Its network says that it is gone. */
  ABSENT,
  /** Its network asked us to wait. */
  WAITING,
  /** The account cannot be used. */
  UNUSABLE,
  /** Its network refuses these counts. */
  REFUSED,
  /** No answer, or none that can be read. */
  NO_ANSWER;

  /** What a move that followed a reading without figures says. */
  static ReadNow of(WatchMove move) {
    if (move.absentSince().isPresent() && move.lastTrouble().isEmpty()) {
      return ReadNow.ABSENT;
    }
    return switch (move.lastTrouble().orElse("")) {
      case "" -> ReadNow.WAITING;
      case NextReading.NOT_INDEXED, NextReading.HIDDEN -> ReadNow.NOT_SHOWN;
      case "RECONNECT", "TOKEN_EXPIRED", "ACCOUNT_BLOCKED" -> ReadNow.UNUSABLE;
      case "PERMISSION", "REJECTED" -> ReadNow.REFUSED;
      case "RATE_LIMITED", "QUOTA" -> ReadNow.WAITING;
      default -> ReadNow.NO_ANSWER;
    };
  }
}
