package id.gaung.identity;

/** The version of a person that a command was given for. */
public record PersonVersion(int version) {}
