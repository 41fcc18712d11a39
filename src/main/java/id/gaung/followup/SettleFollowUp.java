package id.gaung.followup;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/**
 * Decide what becomes of a part of a thread, or of a comment.
 *
 * @param candidate the network's id of that candidate of the last look-up which it is
 * @param confirmed that it is none of the candidates, if there are any
 * @param version that the person saw
 */
public record SettleFollowUp(
    @NotNull Decision decision,
    Optional<@Size(max = 500) String> candidate,
    boolean confirmed,
    int version) {

  /** What a person decides. */
  public enum Decision {
    /** It stands at the network. */
    OUT,
    /** It does not: try again. */
    RETRY,
    /** It shall not come out, nor what comes after it in its thread. */
    LEAVE_OUT
  }
}
