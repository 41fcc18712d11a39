package id.gaung.platform;

/** An account together with what opens it: the first argument of every call in its name. */
public record Access(Account account, Credentials credentials) {}
