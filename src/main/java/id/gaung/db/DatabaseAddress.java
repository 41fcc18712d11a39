package id.gaung.db;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Where a PostgreSQL is and who opens it.
 *
 * @param jdbcUrl without user and password
 */
public record DatabaseAddress(String jdbcUrl, String user, String password) {

  /**
   * Reads {@code jdbc:postgresql://host/name}, or the {@code postgres://user:password@host/name}
   * that hosting services hand out; user and password given apart win.
   *
   * @throws DatabaseUnavailable if it is neither
   */
  public static DatabaseAddress of(String url, String user, String password) {
    if (url.startsWith("jdbc:postgresql:")) {
      return new DatabaseAddress(url, user, password);
    }
    try {
      URI uri = URI.create(url);
      if (uri.getHost() != null && uri.getScheme().startsWith("postgres")) {
        String[] inUrl =
            uri.getRawUserInfo() == null ? new String[0] : uri.getRawUserInfo().split(":", 2);
        return new DatabaseAddress(
            "jdbc:postgresql://"
                + uri.getHost()
                + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
                + uri.getRawPath()
                + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()),
            user.isEmpty() && inUrl.length > 0 ? decode(inUrl[0]) : user,
            password.isEmpty() && inUrl.length > 1 ? decode(inUrl[1]) : password);
      }
    } catch (IllegalArgumentException notAnAddress) {
      // Told below, without repeating an address that may hold a password.
    }
    throw new DatabaseUnavailable(
        "database.url must look like jdbc:postgresql://host/name or"
            + " postgres://user:password@host/name.");
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** Without parameters, which may hold a password. */
  String shown() {
    return jdbcUrl.replaceFirst("\\?.*", "");
  }

  @Override
  public String toString() {
    return shown();
  }
}
