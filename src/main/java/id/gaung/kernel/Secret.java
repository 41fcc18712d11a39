package id.gaung.kernel;

/**
 * A text that cannot be printed by accident.
 *
 * @param reveal the text itself, for the one place that needs it
 */
public record Secret(String reveal) {

  public boolean isEmpty() {
    return reveal.isEmpty();
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}
