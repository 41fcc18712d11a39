package id.gaung.web;

import id.gaung.kernel.FieldError;
import id.gaung.kernel.Rupiah;
import jakarta.validation.ConstraintViolation;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Reasons in our words for what Bean Validation and the binder find. */
final class Violations {

  private static final Map<Class<?>, String> OURS =
      Map.of(
          LocalDate.class, "date",
          LocalDateTime.class, "datetime",
          LocalTime.class, "time",
          Rupiah.class, "rupiah");

  private static final Pattern CONTAINED = Pattern.compile("\\.<[a-z ]+>");

  private Violations() {}

  /**
   * A rule with a message of its own names a key of the bundles; the others become {@code
   * field.RULE}, with the rule's numbers as arguments.
   */
  static FieldError fieldError(ConstraintViolation<?> violation) {
    String template = violation.getMessageTemplate();
    Map<String, Object> attributes = violation.getConstraintDescriptor().getAttributes();
    String rule =
        violation
            .getConstraintDescriptor()
            .getAnnotation()
            .annotationType()
            .getSimpleName()
            .toLowerCase(Locale.ROOT);
    if (rule.equals("size") && Integer.valueOf(0).equals(attributes.get("min"))) {
      boolean text = violation.getInvalidValue() instanceof CharSequence;
      return new FieldError(
          violation.getPropertyPath().toString(),
          template.startsWith("{") ? (text ? "field.longest" : "field.most") : template,
          List.of(String.valueOf(attributes.get("max"))));
    }
    List<String> args = new ArrayList<>();
    for (String name : List.of("min", "max", "value")) {
      if (attributes.get(name) instanceof Number number) {
        args.add(number.toString());
      }
    }
    String key = template.startsWith("{") ? "field." + rule : template;
    // Hibernate adds the kind of a container's part, such as ".<list element>".
    String field = CONTAINED.matcher(violation.getPropertyPath().toString()).replaceAll("");
    return new FieldError(field, key, args);
  }

  static String wrongType(Class<?> type) {
    if (OURS.containsKey(type)) {
      return "field." + OURS.get(type);
    }
    boolean number = type.isPrimitive() || Number.class.isAssignableFrom(type);
    return number ? "field.number" : type.isEnum() ? "field.choice" : "field.format";
  }
}
