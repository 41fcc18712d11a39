package id.gaung.channel;

import id.gaung.platform.Failure;
import java.util.Optional;

/**
 * What came of a call in the name of a channel.
 *
 * @param answer the network's answer; empty if no call was made, because the account cannot be used
 * @param failure why it did not succeed; always there when the answer is empty
 */
public record Accessed<T>(Optional<T> answer, Optional<Failure> failure) {

  static <T> Accessed<T> answered(T answer, Optional<Failure> failure) {
    return new Accessed<>(Optional.of(answer), failure);
  }

  static <T> Accessed<T> notCalled(Failure failure) {
    return new Accessed<>(Optional.empty(), Optional.of(failure));
  }
}
