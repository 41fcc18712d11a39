package id.gaung.sandbox;

/**
 * How often one text was accepted on one account; more than once is a duplicate. Deleted posts
 * count too: they were seen.
 */
public record Arrival(String handle, String text, long times) {}
