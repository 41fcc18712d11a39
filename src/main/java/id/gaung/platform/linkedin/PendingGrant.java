package id.gaung.platform.linkedin;

import id.gaung.platform.Credentials;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A grant on its way to the page that a person chooses, as texts that are kept sealed. */
final class PendingGrant {

  /** Before the number of a page that can be chosen: its name. */
  static final String HANDLE = "handle.";

  private static final String SECRET = "secret.";
  private static final String REFRESH_AT = "refresh-at";
  private static final String EXPIRES_AT = "expires-at";

  private PendingGrant() {}

  static Map<String, String> written(Credentials credentials) {
    Map<String, String> pending = new HashMap<>();
    credentials.secrets().forEach((name, value) -> pending.put(SECRET + name, value));
    credentials.refreshAt().ifPresent(at -> pending.put(REFRESH_AT, at.toString()));
    credentials.expiresAt().ifPresent(at -> pending.put(EXPIRES_AT, at.toString()));
    return pending;
  }

  static Credentials read(Map<String, String> pending) {
    Map<String, String> secrets = new HashMap<>();
    pending.forEach(
        (name, value) -> {
          if (name.startsWith(SECRET)) {
            secrets.put(name.substring(SECRET.length()), value);
          }
        });
    return new Credentials(secrets, at(pending, REFRESH_AT), at(pending, EXPIRES_AT));
  }

  private static Optional<Instant> at(Map<String, String> pending, String name) {
    try {
      return Optional.ofNullable(pending.get(name)).map(Instant::parse);
    } catch (DateTimeException notOurs) {
      return Optional.empty();
    }
  }
}
