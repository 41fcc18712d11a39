package id.gaung.kernel;

import java.util.List;

/**
 * What is wrong with one field of an input.
 *
 * @param field the field's name as the form or the JSON body has it, such as {@code startsOn}
 * @param key the reason, a key of the message bundles
 * @param args put into the message in order; already formatted where they are numbers or dates
 */
public record FieldError(String field, String key, List<String> args) {

  public FieldError {
    args = List.copyOf(args);
  }

  public static FieldError of(String field, String key, String... args) {
    return new FieldError(field, key, List.of(args));
  }
}
