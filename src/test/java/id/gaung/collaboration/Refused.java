package id.gaung.collaboration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.gaung.kernel.FieldError;
import id.gaung.kernel.Problem;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Asserts that a command is refused. */
final class Refused {

  private Refused() {}

  static Problem with(Problem.Kind kind, String key, ThrowingCallable command) {
    Problem problem = catchThrowableOfType(Problem.class, command);
    assertThat(problem).as("refused with %s", key).isNotNull();
    assertThat(problem.key()).isEqualTo(key);
    assertThat(problem.kind()).isEqualTo(kind);
    return problem;
  }

  static void conflict(String key, ThrowingCallable command) {
    with(Problem.Kind.CONFLICT, key, command);
  }

  static void gone(String key, ThrowingCallable command) {
    with(Problem.Kind.GONE, key, command);
  }

  static void field(String field, String key, ThrowingCallable command) {
    Problem problem = with(Problem.Kind.INVALID, "problem.invalid", command);
    assertThat(problem.errors()).extracting(FieldError::field).contains(field);
    assertThat(problem.errors()).extracting(FieldError::key).contains(key);
  }
}
