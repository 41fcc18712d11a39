package id.gaung.report;

/**
 * How much of the week is known.
 *
 * @param complete posts whose engagements of the week are known
 * @param measured all posts that were out before the week's end and still watched in it, on
 *     networks that have engagements
 * @param hidden those of them that stood on their account at the week's end and were not shown by
 *     their network, such as by moderation; 0 in documents from before they were counted
 */
public record Coverage(int complete, int measured, int hidden) {}
