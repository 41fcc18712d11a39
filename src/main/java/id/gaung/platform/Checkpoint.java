package id.gaung.platform;

import java.util.Map;

/**
 * How far the publication of one post has come: ids of uploaded pictures, of containers, the record
 * to be written. Written and read by the client alone; stored by the caller, in the database,
 * before the next step is taken, so that a killed process goes on from it.
 */
public record Checkpoint(Map<String, String> values) {

  public static final Checkpoint START = new Checkpoint(Map.of());

  public Checkpoint {
    values = Map.copyOf(values);
  }

  public boolean isStart() {
    return values.isEmpty();
  }
}
