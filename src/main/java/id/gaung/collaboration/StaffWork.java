package id.gaung.collaboration;

/**
 * What waits for staff.
 *
 * @param drafts to be reviewed
 * @param withoutPost approved content without a post
 */
public record StaffWork(long drafts, long withoutPost) {}
