package id.gaung.engagement;

/**
 * One post's share.
 *
 * @param engagements the post's engagements
 * @param base what they are divided by (followers, reach or views; the same for all posts)
 */
public record RateShare(long engagements, long base) {}
