package id.gaung.identity;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.NewCookie;

/**
 * A way in that asks for no password and no link. {@link IdentityFeature#entryWithoutSecret} is the
 * only one to hand it out, in practice mode alone.
 */
public final class EntryWithoutSecret {

  private final Sessions sessions;
  private final SessionCookie cookie;

  EntryWithoutSecret(Sessions sessions, SessionCookie cookie) {
    this.sessions = sessions;
    this.cookie = cookie;
  }

  /**
   * Signs somebody in, and out who was signed in with this browser. Audited.
   *
   * @return the cookie of the new session
   * @throws IllegalArgumentException if the person is deactivated
   */
  public NewCookie signIn(Person person, ContainerRequestContext request) {
    if (!person.active()) {
      throw new IllegalArgumentException("deactivated: " + person.id());
    }
    Token session = sessions.start(person, Sessions.Way.PRACTICE);
    SessionCookie.in(request).ifPresent(sessions::end);
    return cookie.of(session, request);
  }
}
