package id.gaung.publishing;

import jakarta.validation.constraints.Size;
import java.util.Optional;

/**
 * Decide what became of an uncertain rendition.
 *
 * @param url where it is, if it is out and none of the candidates was chosen
 * @param candidate the network's id of that candidate of the look-ups which it is
 * @param confirmed that it is none of the candidates, if there are any
 */
public record SettleRendition(
    Settlement outcome,
    @Size(max = 500) String url,
    Optional<@Size(max = 500) String> candidate,
    boolean confirmed,
    int version) {

  public SettleRendition(Settlement outcome, String url, int version) {
    this(outcome, url, Optional.empty(), false, version);
  }

  /** What the person found at the network. */
  public enum Settlement {
    /** It is out. */
    PUBLISHED,
    /** It is not out: try again. */
    RETRY,
    /** It is not out, and shall not be. */
    GIVE_UP
  }

  /** What came of it. */
  public enum Settled {
    AS_DECIDED,
    /** The network shows that it is out, whatever the person said. */
    FOUND_OUT
  }
}
