package id.gaung.kernel;

import java.util.Locale;

/** How a state is to be taken; pages show it as the colour of its badge, beside its word. */
public enum Tone {
  PLAIN,
  GOOD,
  /** Somebody has to do something, or it is not over. */
  WAIT,
  BAD;

  /** The stylesheet's word. */
  public String css() {
    return name().toLowerCase(Locale.ROOT);
  }
}
