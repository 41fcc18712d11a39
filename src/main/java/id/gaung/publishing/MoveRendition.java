package id.gaung.publishing;

import java.time.LocalDateTime;

/**
 * Give a rendition another time.
 *
 * @param dueAt WITA
 */
public record MoveRendition(LocalDateTime dueAt, int version) {}
