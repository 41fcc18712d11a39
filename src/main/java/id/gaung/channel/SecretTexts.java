package id.gaung.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** Named secrets, sealed as one piece. */
final class SecretTexts {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<TreeMap<String, String>> MAP = new TypeReference<>() {};

  private final Sealing sealing;

  SecretTexts(Sealing sealing) {
    this.sealing = sealing;
  }

  byte[] seal(Map<String, String> secrets, String context) {
    try {
      return sealing.seal(JSON.writeValueAsBytes(new TreeMap<>(secrets)), context);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("secrets could not be written");
    }
  }

  Map<String, String> open(byte[] sealed, String context) {
    try {
      return JSON.readValue(sealing.open(sealed, context), MAP);
    } catch (IOException damaged) {
      throw new UncheckedIOException(new IOException("sealed secrets are not readable"));
    }
  }
}
