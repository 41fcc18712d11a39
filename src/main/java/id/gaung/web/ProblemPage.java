package id.gaung.web;

import java.util.List;
import java.util.Optional;

/**
 * A page that says what went wrong and what to do.
 *
 * @param look the page of ours on which to look what was done; empty if that is not the question
 * @param requestId to quote when asking for help
 */
public record ProblemPage(
    int status, String sentence, List<String> errors, Optional<String> look, String requestId) {

  public ProblemPage(int status, String sentence, List<String> errors, String requestId) {
    this(status, sentence, errors, Optional.empty(), requestId);
  }

  /** Whether somebody has to look into it, by the number of the request. */
  public boolean isToBeReported() {
    return status >= 500;
  }
}
