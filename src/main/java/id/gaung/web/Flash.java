package id.gaung.web;

import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Where a form leads after it did its work, and what the next page says about it. */
public final class Flash {

  static final String COOKIE = "gaung_flash";
  private static final int SECONDS = 30;

  private Flash() {}

  /** To a path of ours (303), with a message by its key. */
  public static Response to(String path, String key) {
    return Response.seeOther(URI.create(path)).cookie(cookie(key)).build();
  }

  /** To a path of ours (303). */
  public static Response to(String path) {
    return Response.seeOther(URI.create(path)).build();
  }

  static NewCookie cookie(String key) {
    return cookie(key, SECONDS);
  }

  static NewCookie cleared() {
    return cookie("", 0);
  }

  private static NewCookie cookie(String value, int seconds) {
    return new NewCookie.Builder(COOKIE)
        .value(value)
        .path("/")
        .maxAge(seconds)
        .httpOnly(true)
        .sameSite(NewCookie.SameSite.LAX)
        .build();
  }
}
