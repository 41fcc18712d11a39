package id.gaung.publishing;

import java.time.LocalDateTime;

/**
 * Give a rendition another time.
 *
 * @param dueAt WITA
 * @param confirmTwin that it is meant although its channel has this text at that time already
 */
public record MoveRendition(LocalDateTime dueAt, boolean confirmTwin, int version) {

  public MoveRendition(LocalDateTime dueAt, int version) {
    this(dueAt, false, version);
  }
}
