package id.gaung.publishing;

import jakarta.validation.constraints.Size;

/**
 * Decide what became of an uncertain rendition.
 *
 * @param url where it is, if it is out
 */
public record SettleRendition(Settlement outcome, @Size(max = 500) String url, int version) {

  /** What the person found at the network. */
  public enum Settlement {
    /** It is out. */
    PUBLISHED,
    /** It is not out: try again. */
    RETRY,
    /** It is not out, and shall not be. */
    GIVE_UP
  }
}
