package id.gaung.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonMappingException;
import id.gaung.kernel.FieldError;

/** A value that was understood and is refused all the same, for a reason of its own. */
final class UnfitValue extends JsonMappingException {

  private static final long serialVersionUID = 1L;

  private final transient FieldError reason;

  UnfitValue(JsonParser in, String key, String... args) {
    super(in, key);
    this.reason = FieldError.of("", key, args);
  }

  FieldError at(String field) {
    return new FieldError(field, reason.key(), reason.args());
  }
}
