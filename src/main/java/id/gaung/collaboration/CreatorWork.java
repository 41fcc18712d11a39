package id.gaung.collaboration;

/**
 * What waits for a creator.
 *
 * @param offers to be answered
 * @param drafts to be sent for the first time
 * @param changes drafts to be sent again, as asked
 */
public record CreatorWork(long offers, long drafts, long changes) {}
