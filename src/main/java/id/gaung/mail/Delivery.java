package id.gaung.mail;

/**
 * What became of one try to hand a message over.
 *
 * @param code the server's; 0 where it said nothing
 * @param words the server's, or what went wrong with the line
 * @param ofServer whether nothing about the message is wrong and the next would fare the same
 */
record Delivery(Outcome outcome, int code, String words, boolean ofServer) {

  private static final int MOST = 500;

  enum Outcome {
    /** The server has said that it took it. */
    SENT,
    /** The server will never take it. */
    REFUSED,
    /** It was certainly not taken. */
    TRY_AGAIN,
    /** The dot that ends it left, and no answer came. */
    UNKNOWN
  }

  Delivery {
    String plain = words.replaceAll("\\p{Cntrl}+", " ").strip();
    words = plain.length() > MOST ? plain.substring(0, MOST) : plain;
  }

  static Delivery sent(int code, String words) {
    return new Delivery(Outcome.SENT, code, words, false);
  }

  static Delivery refused(int code, String words) {
    return new Delivery(Outcome.REFUSED, code, words, false);
  }

  static Delivery again(int code, String words) {
    return new Delivery(Outcome.TRY_AGAIN, code, words, false);
  }

  /** The server is away, or does not let us in. */
  static Delivery serverAway(int code, String words) {
    return new Delivery(Outcome.TRY_AGAIN, code, words, true);
  }

  static Delivery unknown(String words) {
    return new Delivery(Outcome.UNKNOWN, 0, words, false);
  }
}
