package id.gaung.publishing;

import java.util.Map;

/** How far a rendition's publication has come. */
public record StoredCheckpoint(Map<String, String> checkpoint) {
  Map<String, String> values() {
    return checkpoint;
  }
}
