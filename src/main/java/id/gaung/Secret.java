package id.gaung;

/** A text that cannot be printed by accident. */
public record Secret(String reveal) {

  public boolean isEmpty() {
    return reveal.isEmpty();
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}
