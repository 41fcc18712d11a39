package id.gaung.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.gaung.kernel.FieldError;
import id.gaung.kernel.InOrder;
import id.gaung.kernel.PhoneNumber;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Typed;
import id.gaung.kernel.Whatsapp;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;

/**
 * Reads a form or a JSON object into a record, one component at a time, so that every wrong field
 * is named at once; then checks the Bean Validation rules on the components. Forms and JSON bodies
 * become the same commands by the same rules.
 */
final class RecordBinder {

  static final ObjectMapper JSON = Json.bodies();

  // Messages are ours, from the bundles: no expression language is needed.
  private static final Validator VALIDATOR =
      Validation.byDefaultProvider()
          .configure()
          .messageInterpolator(new ParameterMessageInterpolator())
          .buildValidatorFactory()
          .getValidator();

  private RecordBinder() {}

  /** Reads typed texts. Fields that the record does not have are passed over. */
  static <T extends Record> T read(Class<T> type, Map<String, List<String>> values) {
    ObjectNode node = JSON.createObjectNode();
    for (RecordComponent component : type.getRecordComponents()) {
      List<String> typed = values.getOrDefault(component.getName(), List.of());
      if (Collection.class.isAssignableFrom(component.getType())) {
        ArrayNode array = node.putArray(component.getName());
        typed.stream().map(String::strip).filter(v -> !v.isEmpty()).forEach(array::add);
      } else if (!typed.isEmpty() && isGiven(component, typed.get(0))) {
        node.put(component.getName(), plain(component, typed.get(0).strip()));
      }
    }
    return bind(type, node, List.of());
  }

  /** Reads a JSON object. A field that the record does not have is an error. */
  static <T extends Record> T read(Class<T> type, JsonNode json) {
    if (!(json instanceof ObjectNode object)) {
      throw Problem.of(Problem.Kind.MALFORMED, "problem.json-object");
    }
    Set<String> known = ValueReader.names(type);
    List<FieldError> unknown = new ArrayList<>();
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                unknown.add(FieldError.of(PlainText.of(name), "field.unknown"));
              }
            });
    return bind(type, object, unknown);
  }

  /**
   * Dates and counts as people type them, whoever sends the form; what is none is refused as is.
   */
  private static String plain(RecordComponent component, String typed) {
    String type = component.getGenericType().getTypeName();
    if (type.contains(LocalDateTime.class.getName())) {
      return TypedDate.dateTime(typed).map(TypedDate::iso).orElse(typed);
    }
    if (type.equals("long")
        || type.contains(Long.class.getName())
        || type.contains(Integer.class.getName())) {
      return Typed.whole(typed);
    }
    return type.contains(LocalDate.class.getName())
        ? TypedDate.date(typed).value().map(LocalDate::toString).orElse(typed)
        : typed;
  }

  private static boolean isGiven(RecordComponent component, String typed) {
    return component.getType() == String.class || !typed.isBlank();
  }

  private static <T extends Record> T bind(
      Class<T> type, ObjectNode node, List<FieldError> unknown) {
    RecordComponent[] components = type.getRecordComponents();
    @Nullable Object[] read = new Object[components.length];
    List<FieldError> errors = new ArrayList<>(unknown);
    for (int i = 0; i < components.length; i++) {
      RecordComponent component = components[i];
      Reading reading = readComponent(component, node.get(component.getName()));
      read[i] = reading.value();
      errors.addAll(reading.errors());
      if (reading.errors().isEmpty()) {
        VALIDATOR
            .validateValue(type, component.getName(), read[i])
            .forEach(v -> errors.add(Violations.fieldError(v)));
        wrongNumber(component, read[i]).ifPresent(errors::add);
      }
    }
    Set<String> named = errors.stream().map(FieldError::field).collect(Collectors.toSet());
    for (int i = 0; i < components.length; i++) {
      if (read[i] == null && !isIn(components[i].getName(), named)) {
        errors.add(FieldError.of(components[i].getName(), "field.required"));
      }
    }
    backwards(type, read).ifPresent(errors::add);
    if (!errors.isEmpty()) {
      throw Problem.invalid(distinct(errors));
    }
    T built = Construction.of(type, read);
    // Once more as a whole, for the rules of the records inside (@Valid).
    List<FieldError> inside =
        VALIDATOR.validate(built).stream().map(Violations::fieldError).toList();
    if (!inside.isEmpty()) {
      throw Problem.invalid(distinct(inside));
    }
    return built;
  }

  private static Optional<FieldError> wrongNumber(
      RecordComponent component, @Nullable Object read) {
    PhoneNumber rule = component.getAnnotation(PhoneNumber.class);
    Object given = read instanceof Optional<?> some ? some.orElse(null) : read;
    return rule != null
            && given instanceof String typed
            && !typed.isBlank()
            && Whatsapp.parse(typed).isEmpty()
        ? Optional.of(FieldError.of(component.getName(), rule.message()))
        : Optional.empty();
  }

  private static List<FieldError> distinct(List<FieldError> errors) {
    Map<String, FieldError> first = new LinkedHashMap<>();
    errors.forEach(e -> first.putIfAbsent(e.field(), e));
    return List.copyOf(first.values());
  }

  private static Optional<FieldError> backwards(Class<?> type, @Nullable Object[] read) {
    InOrder rule = type.getAnnotation(InOrder.class);
    if (rule == null) {
      return Optional.empty();
    }
    List<String> names =
        Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
    Object first = read[names.indexOf(rule.first())];
    Object last = read[names.indexOf(rule.last())];
    return first instanceof LocalDate from && last instanceof LocalDate to && to.isBefore(from)
        ? Optional.of(FieldError.of(rule.last(), rule.message()))
        : Optional.empty();
  }

  /** Whether the component, or a part of it, is named already. */
  private static boolean isIn(String component, Set<String> named) {
    return named.stream()
        .anyMatch(
            field ->
                field.equals(component)
                    || field.startsWith(component + ".")
                    || field.startsWith(component + "["));
  }

  private record Reading(@Nullable Object value, List<FieldError> errors) {}

  private static Reading readComponent(RecordComponent component, @Nullable JsonNode given) {
    Class<?> type = component.getType();
    if (given == null || given.isNull()) {
      return new Reading(absent(type), List.of());
    }
    ValueReader reader = new ValueReader(JSON);
    Object value =
        reader.read(JSON.constructType(component.getGenericType()), given, component.getName());
    return new Reading(
        value == null && reader.errors().isEmpty() ? absent(type) : value, reader.errors());
  }

  /** A text left out is an empty one, which the rules may still refuse. */
  private static @Nullable Object absent(Class<?> type) {
    return type == String.class ? "" : ValueReader.absent(type).orElse(null);
  }

  /** What a record holds, as texts for the fields of a form. */
  static Map<String, List<String>> toTexts(Record record) {
    Map<String, List<String>> texts = new LinkedHashMap<>();
    ObjectNode node = JSON.valueToTree(record);
    node.fields()
        .forEachRemaining(
            entry -> {
              List<String> values = new ArrayList<>();
              if (entry.getValue() instanceof ArrayNode array) {
                array.forEach(item -> values.add(item.asText()));
              } else if (!entry.getValue().isNull()) {
                values.add(entry.getValue().asText());
              }
              texts.put(entry.getKey(), values);
            });
    return texts;
  }

  /** Makes records of what was read for them. */
  static final class Construction {

    private Construction() {}

    /**
     * @throws Problem as the record itself refuses
     * @throws IllegalStateException if it throws anything else
     */
    static <T> T of(Class<T> type, @Nullable Object[] values) {
      Class<?>[] types =
          Arrays.stream(type.getRecordComponents())
              .map(RecordComponent::getType)
              .toArray(Class<?>[]::new);
      try {
        var constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(values);
      } catch (InvocationTargetException refused) {
        if (refused.getCause() instanceof Problem problem) {
          throw problem;
        }
        throw new IllegalStateException(refused.getCause());
      } catch (ReflectiveOperationException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }
}
