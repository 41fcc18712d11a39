package id.gaung.publishing;

/**
 * Counts of renditions.
 *
 * @param today due today (WITA), whatever became of them, except those called off or not agreed to
 * @param publishedToday those of today that are out
 * @param uncertain of which nobody knows whether they are out
 * @param toReview composed by others, waiting to be looked at
 * @param stopped whether everything is stopped
 */
public record PostWork(
    long today,
    long publishedToday,
    long failed,
    long missed,
    long uncertain,
    long toReview,
    boolean stopped) {}
