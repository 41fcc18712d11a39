package id.gaung.identity;

import id.gaung.audit.Audit;
import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.db.Transactions;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Ids;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Typed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Keys for programs, which act as the person who made them. A key works until its day comes, it is
 * revoked, its owner is deactivated or chooses another password.
 */
public final class ApiTokens {

  static final String PREFIX = "gaung_";
  static final int MOST = 20;

  private final ApiTokenDao dao;
  private final Transactions transactions;
  private final Audit audit;
  private final Ids ids;
  private final Clock clock;

  ApiTokens(Foundation foundation) {
    this.dao = foundation.jdbi().onDemand(ApiTokenDao.class);
    this.transactions = foundation.transactions();
    this.audit = foundation.audit();
    this.ids = foundation.ids();
    this.clock = foundation.clock();
  }

  /** Makes a key for the person who asks; it cannot be shown again. */
  public Token create(Actor by, NewApiToken wanted) {
    UUID personId = by.id().orElseThrow(() -> Problem.forbidden("problem.forbidden"));
    return transactions.call(
        () -> {
          if (dao.of(personId, clock.instant(), MOST).size() == MOST) {
            throw Problem.conflict("token.too-many", Integer.toString(MOST));
          }
          Token token = Token.random(PREFIX);
          UUID id = ids.next();
          Instant now = clock.instant();
          Duration lasts = Duration.ofDays(wanted.tokenDays().orElse(NewApiToken.USUAL_DAYS));
          String name = Typed.name(wanted.tokenName());
          dao.insert(id, personId, name, token.hash(), now, now.plus(lasts));
          audit.record(Change.of(by, "api-token.made", "api-token", id).with("name", name));
          return token;
        });
  }

  /** A person's keys that work, newest first. */
  public List<ApiToken> of(UUID personId) {
    return dao.of(personId, clock.instant(), MOST);
  }

  /** Ends one of the own keys at once. */
  public void revoke(Actor by, UUID id) {
    UUID personId = by.id().orElseThrow(() -> Problem.forbidden("problem.forbidden"));
    transactions.run(
        () -> {
          if (dao.revoke(id, personId, clock.instant()) == 0) {
            throw Problem.notFound();
          }
          audit.record(Change.of(by, "api-token.revoked", "api-token", id));
        });
  }

  /** The person behind a key that works. One query; the use is written down once a minute. */
  Optional<SignedInViewer> viewer(Token token) {
    if (!token.value().startsWith(PREFIX)) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Optional<SignedInViewer> viewer = dao.viewer(token.hash(), now);
    if (viewer.filter(v -> Sessions.isOld(v.usedAt(), now)).isPresent()) {
      dao.used(token.hash(), now);
    }
    return viewer;
  }
}
