package id.gaung.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A change's details as they stand in the log: a JSON object of texts, keys sorted. */
final class Details {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Details() {}

  static String write(Map<String, String> details) {
    try {
      return JSON.writeValueAsString(new TreeMap<>(details));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Empty if there is no such detail, or somebody else wrote the row and it cannot be read. */
  static Optional<String> read(String details, String name) {
    try {
      return Optional.of(JSON.readTree(details).path(name).asText(""))
          .filter(text -> !text.isEmpty());
    } catch (JsonProcessingException notOurs) {
      return Optional.empty();
    }
  }
}
