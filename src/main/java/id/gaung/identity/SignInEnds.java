package id.gaung.identity;

import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Ends every way by which a person is in or could come in; joins the caller's transaction. */
final class SignInEnds {

  private final SessionDao sessions;
  private final SignInLinkDao links;
  private final ApiTokenDao tokens;
  private final KnownBrowserDao browsers;

  SignInEnds(Jdbi jdbi) {
    this.sessions = jdbi.onDemand(SessionDao.class);
    this.links = jdbi.onDemand(SignInLinkDao.class);
    this.browsers = jdbi.onDemand(KnownBrowserDao.class);
    this.tokens = jdbi.onDemand(ApiTokenDao.class);
  }

  void endEverything(UUID personId, Instant now) {
    sessions.deleteAllOf(personId);
    links.deleteUnusedOf(personId);
    tokens.revokeAllOf(personId, now);
    browsers.deleteAllOf(personId);
  }

  /**
   * After a new password: whoever came in by the old one, holds a link or a program's key, is out.
   */
  void endOthers(UUID personId, Token kept, Instant now) {
    tokens.revokeAllOf(personId, now);
    browsers.deleteAllOf(personId);
    sessions.deleteOthersOf(personId, kept.hash());
    links.deleteUnusedOf(personId);
  }
}
