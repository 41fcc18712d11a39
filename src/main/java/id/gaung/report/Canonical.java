package id.gaung.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import id.gaung.web.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The one way to write a document: keys sorted, numbers plain, no white space; so that the same
 * content has the same text and the same hash.
 */
final class Canonical {

  private static final ObjectMapper JSON =
      Json.mapper()
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          // A later program may know fields that this one does not.
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          // And an earlier one did not count what this one counts.
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .configure(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN, true);

  private Canonical() {}

  static String write(ReportDocument document) {
    try {
      // Through plain maps, so that the components of records are sorted as map keys are.
      Object plain = JSON.readValue(JSON.writeValueAsString(document), Object.class);
      return JSON.writeValueAsString(plain);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static ReportDocument read(String text) {
    try {
      return JSON.readValue(text, ReportDocument.class);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("not a report's document", broken);
    }
  }

  /** SHA-256 of the text's UTF-8, in hexadecimal. */
  static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
