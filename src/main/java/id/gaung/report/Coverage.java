package id.gaung.report;

/**
 * How much of the week is known.
 *
 * @param complete posts whose engagements of the week are known
 * @param measured all posts that were out before the week's end and still watched in it
 */
public record Coverage(int complete, int measured) {}
