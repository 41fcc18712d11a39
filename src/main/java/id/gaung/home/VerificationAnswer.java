package id.gaung.home;

import id.gaung.audit.Verification;
import java.util.Optional;

/**
 * What walking the chain found.
 *
 * @param rows rows that hold
 * @param brokenAt the number of the first row that does not
 */
public record VerificationAnswer(boolean holds, long rows, Optional<Long> brokenAt) {

  static VerificationAnswer from(Verification found) {
    return new VerificationAnswer(found.holds(), found.rows(), found.brokenAt());
  }
}
