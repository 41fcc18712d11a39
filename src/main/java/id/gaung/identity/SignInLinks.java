package id.gaung.identity;

import id.gaung.audit.Audit;
import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.db.Transactions;
import id.gaung.identity.People.CreatePerson;
import id.gaung.identity.SignInLinkDao.LinkRow;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Permissions;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Links that sign somebody in once, within a day: the first way in, and the way back in. */
public final class SignInLinks {

  static final Duration LASTS = Duration.ofHours(24);
  // Kept for a while, so that the page can say that the link expired instead of "unknown".
  private static final Duration REMEMBERED = Duration.ofDays(30);

  private final SignInLinkDao dao;
  private final People people;
  private final Sessions sessions;
  private final URI publicUrl;
  private final Transactions transactions;
  private final Audit audit;
  private final Clock clock;
  private final List<SignInLinkListener> listeners = new CopyOnWriteArrayList<>();

  SignInLinks(Foundation foundation, People people, Sessions sessions, URI publicUrl) {
    this.dao = foundation.jdbi().onDemand(SignInLinkDao.class);
    this.people = people;
    this.sessions = sessions;
    this.publicUrl = publicUrl;
    this.transactions = foundation.transactions();
    this.audit = foundation.audit();
    this.clock = foundation.clock();
  }

  /** Tells of links in their transaction; to be called while wiring. */
  public void listen(SignInLinkListener listener) {
    listeners.add(listener);
  }

  /** Adds a person together with their first link. */
  public SignInLink invite(Actor by, CreatePerson person) {
    return transactions.call(() -> create(by, people.create(by, person).id()));
  }

  /**
   * Makes a link for an active person; earlier ones that were not used end.
   *
   * @throws Problem if the person is deactivated
   */
  public SignInLink create(Actor by, UUID personId) {
    Permissions.require(by, Role.ADMIN);
    return transactions.call(
        () -> {
          Person person = people.find(personId).orElseThrow(Problem::notFound);
          if (!person.active()) {
            throw Problem.conflict("person.inactive");
          }
          Token token = Token.random("");
          Instant now = clock.instant();
          Instant expiresAt = now.plus(LASTS);
          dao.lockPerson(personId);
          dao.endUnusedOf(personId, now);
          dao.insert(token.hash(), personId, now, expiresAt);
          audit.record(Change.of(by, "person.sign-in-link-made", "person", personId));
          URI address = URI.create(publicUrl + "/sign-in/link/" + token.value());
          SignInLink link = new SignInLink(person, token, address, expiresAt);
          listeners.forEach(listener -> listener.made(link));
          return link;
        });
  }

  /** Looks at a link without spending it. */
  State state(Token token) {
    Optional<LinkRow> row = dao.find(token.hash());
    if (row.isEmpty()) {
      return State.UNKNOWN;
    }
    if (row.get().usedAt().isPresent()) {
      return State.USED;
    }
    return row.get().expiresAt().isAfter(clock.instant()) ? State.USABLE : State.EXPIRED;
  }

  /** The name of the person the link is for; empty if there is no such link. */
  Optional<String> name(Token token) {
    return dao.find(token.hash()).map(LinkRow::name);
  }

  /**
   * Spends the link and starts a session; of several at once, one succeeds.
   *
   * @throws Problem GONE if the link was used, has expired or is none
   */
  Token spend(Token token) {
    return transactions.call(
        () -> {
          Person person =
              dao.spend(token.hash(), clock.instant())
                  .flatMap(people::find)
                  .filter(Person::active)
                  .orElseThrow(() -> Problem.of(Problem.Kind.GONE, "link." + state(token).name()));
          listeners.forEach(listener -> listener.ended(person.id()));
          return sessions.start(person, Sessions.Way.LINK);
        });
  }

  int removeOver() {
    return dao.deleteExpired(clock.instant().minus(REMEMBERED));
  }

  /** Whether a sign-in link still works. */
  public enum State {
    USABLE,
    USED,
    EXPIRED,
    /** Never made, made void, or removed long after it expired. */
    UNKNOWN
  }
}
