package id.gaung.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import id.gaung.kernel.FieldError;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Typed;
import id.gaung.web.RecordBinder.Construction;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a value of JSON part by part, down into lists and the records inside, so that each wrong or
 * missing part is named by its path. Jackson reads the parts that have none of their own.
 */
final class ValueReader {

  private final ObjectMapper json;
  private final List<FieldError> errors = new ArrayList<>();

  ValueReader(ObjectMapper json) {
    this.json = json;
  }

  /** What was wrong with everything read so far. */
  List<FieldError> errors() {
    return errors;
  }

  /** The value; null where it is wrong, or a blank text that stands for none. */
  @Nullable Object read(JavaType type, JsonNode given, String path) {
    Class<?> raw = type.getRawClass();
    if (raw == Optional.class) {
      return Optional.ofNullable(read(type.getContentType(), given, path));
    }
    if (raw == List.class) {
      return list(type.getContentType(), given, path);
    }
    return isOfParts(raw) ? record(raw, given, path) : single(type, given, path);
  }

  /** What stands for a field that is left out, if anything may. */
  static Optional<Object> absent(Class<?> type) {
    if (type == Optional.class) {
      return Optional.of(Optional.empty());
    }
    if (type == List.class) {
      return Optional.of(List.of());
    }
    if (type == Map.class) {
      return Optional.of(Map.of());
    }
    return type == boolean.class ? Optional.of(false) : Optional.empty();
  }

  static Set<String> names(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getName)
        .collect(Collectors.toSet());
  }

  /** Records of commands; those of the kernel, such as money, are single values. */
  private static boolean isOfParts(Class<?> type) {
    return type.isRecord()
        && type.getName().startsWith("id.gaung.")
        && !type.getName().startsWith("id.gaung.kernel.");
  }

  private @Nullable Object list(JavaType type, JsonNode given, String path) {
    if (!(given instanceof ArrayNode array)) {
      return wrong(path, "field.format");
    }
    List<Object> all = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      String at = path + "[" + i + "]";
      required(type, array.get(i), at).ifPresent(all::add);
    }
    return List.copyOf(all);
  }

  private Optional<Object> required(JavaType type, @Nullable JsonNode given, String path) {
    int before = errors.size();
    Object value = given == null || given.isNull() ? null : read(type, given, path);
    if (value == null && errors.size() == before) {
      wrong(path, "field.required");
    }
    return Optional.ofNullable(value);
  }

  private @Nullable Object record(Class<?> type, JsonNode given, String path) {
    if (!(given instanceof ObjectNode object)) {
      return wrong(path, "field.format");
    }
    int before = errors.size();
    Set<String> known = names(type);
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                wrong(path + "." + name, "field.unknown");
              }
            });
    RecordComponent[] components = type.getRecordComponents();
    @Nullable Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = component(components[i], object, path);
    }
    return errors.size() == before ? construct(type, values, path) : null;
  }

  private @Nullable Object component(RecordComponent component, ObjectNode object, String path) {
    JsonNode given = object.get(component.getName());
    if (given == null || given.isNull()) {
      Optional<Object> absent = absent(component.getType());
      if (absent.isPresent()) {
        return absent.get();
      }
    }
    JavaType type = json.constructType(component.getGenericType());
    return required(type, given, path + "." + component.getName()).orElse(null);
  }

  private @Nullable Object construct(Class<?> type, @Nullable Object[] values, String path) {
    try {
      return Construction.of(type, values);
    } catch (Problem refused) {
      refused
          .errors()
          .forEach(
              e ->
                  errors.add(
                      new FieldError(path + "." + e.field(), e.key(), e.args(), e.subject())));
      return refused.errors().isEmpty() ? wrong(path, "field.format") : null;
    } catch (IllegalStateException refused) {
      return wrong(path, "field.format");
    }
  }

  private @Nullable Object single(JavaType type, JsonNode given, String path) {
    int before = errors.size();
    checkTexts(given, path);
    if (errors.size() > before) {
      return null;
    }
    try {
      JsonNode seen =
          given.isTextual() ? new TextNode(Typed.clean(given.textValue()).strip()) : given;
      return json.readerFor(type).<@Nullable Object>readValue(seen);
    } catch (UnfitValue unfit) {
      errors.add(unfit.at(path));
    } catch (JsonMappingException wrong) {
      wrong(path + inside(wrong), Violations.wrongType(type.getRawClass()));
    } catch (IOException unreadable) {
      wrong(path, Violations.wrongType(type.getRawClass()));
    }
    return null;
  }

  private void checkTexts(JsonNode given, String path) {
    if (given.isTextual() && !PlainText.is(given.textValue())) {
      wrong(path, "field.characters");
    }
    if (given instanceof ObjectNode object) {
      object
          .fields()
          .forEachRemaining(
              entry -> {
                String at = path + "." + PlainText.of(entry.getKey());
                if (PlainText.is(entry.getKey())) {
                  checkTexts(entry.getValue(), at);
                } else {
                  wrong(at, "field.characters");
                }
              });
    }
    if (given instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        checkTexts(array.get(i), path + "[" + i + "]");
      }
    }
  }

  private static String inside(JsonMappingException wrong) {
    return wrong.getPath().stream()
        .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : "." + r.getFieldName())
        .collect(Collectors.joining());
  }

  private @Nullable Object wrong(String path, String key) {
    if (errors.size() < Problem.MOST_ERRORS) {
      errors.add(FieldError.of(path, key));
    }
    return null;
  }

  /** A value that was understood and is refused all the same, for a reason of its own. */
  static final class UnfitValue extends JsonMappingException {

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
}
