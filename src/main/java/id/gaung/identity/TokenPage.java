package id.gaung.identity;

/** A new API token, shown this once. */
public record TokenPage(String name, Token token) {}
