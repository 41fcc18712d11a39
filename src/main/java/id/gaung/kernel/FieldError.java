package id.gaung.kernel;

import java.util.List;
import java.util.Optional;

/**
 * What is wrong with one field of an input.
 *
 * @param field the field's name as the form or the JSON body has it, such as {@code startsOn}
 * @param key the reason, a key of the message bundles
 * @param args put into the message in order; already formatted where they are numbers or dates
 * @param subject which of several things alike it is about, such as a channel, in its own words
 */
public record FieldError(String field, String key, List<String> args, Optional<String> subject) {

  public FieldError {
    args = List.copyOf(args);
  }

  public FieldError(String field, String key, List<String> args) {
    this(field, key, args, Optional.empty());
  }

  /** The same, of one of several things alike. */
  public FieldError about(String one) {
    return new FieldError(field, key, args, Optional.of(one));
  }

  public static FieldError of(String field, String key, String... args) {
    return new FieldError(field, key, List.of(args));
  }
}
