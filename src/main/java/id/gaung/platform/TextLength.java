package id.gaung.platform;

/**
 * A text's length.
 *
 * @param used characters used, in the network's counting
 * @param limit at most; exceeded if {@code used > limit}
 */
public record TextLength(int used, int limit) {
  public boolean fits() {
    return used <= limit;
  }
}
