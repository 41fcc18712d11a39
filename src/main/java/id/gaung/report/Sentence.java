package id.gaung.report;

/**
 * A sentence of a report's main message.
 *
 * @param href the address of what stands behind its numbers
 */
public record Sentence(String text, String href) {}
