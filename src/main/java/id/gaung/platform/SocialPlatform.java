package id.gaung.platform;

import id.gaung.kernel.Network;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A social network. One client per network implements it; callers know no network by name.
 *
 * <p>Promises of every implementation: thread-safe; every call ends within its time limit; no
 * exception for anything a network may do, the answers say it; nothing is sent twice by itself
 * (neither by the HTTP library nor by the client); no secret in any message or log.
 */
public interface SocialPlatform {

  Network network();

  /**
   * The settings of its network without which nobody can connect an account, such as the keys of
   * the office's app, by their names in {@code config.yml}; none if nothing is missing.
   */
  default List<String> lacking() {
    return List.of();
  }

  /** What to ask the person who connects an account. */
  List<ConnectField> connectFields();

  /**
   * Begins to connect an account.
   *
   * @param input by the names of {@link #connectFields()}, trimmed
   * @param callback where the network sends the person back to
   * @param state an unguessable text that the network must hand back
   */
  Connecting connect(Map<String, String> input, URI callback, String state);

  /**
   * Ends what a {@link Connecting.Redirect} began.
   *
   * @param pending what the redirect carried
   * @param code what the network sent back
   */
  Connecting complete(Map<String, String> pending, String code, URI callback);

  /**
   * Ends what a {@link Connecting.Choice} began.
   *
   * @param pending what the choice carried
   * @param id of the option that the person chose, one that can be taken
   */
  default Connecting choose(Map<String, String> pending, String id) {
    return new Connecting.Refused(Failure.of(Failure.Kind.REJECTED, "NO_CHOICE", ""));
  }

  /**
   * New credentials for an account. The caller makes sure that only one refresh per account runs at
   * a time: on some networks each refresh spends the token before it.
   */
  Refreshing refresh(Access access);

  /**
   * Gives the authorisation back, so that its tokens are of no use to anybody any more. Not
   * repeated by itself.
   */
  default Revoking revoke(Access access) {
    return Revoking.NOT_OFFERED;
  }

  /**
   * Gives back what opened an account until it was connected again. Not where the network would end
   * the new authorisation with the old one.
   */
  default Revoking revokeReplaced(Access replaced) {
    return revoke(replaced);
  }

  /**
   * The sites where people see this account's posts: the address of one of its posts is on one of
   * them. The best known one first.
   */
  List<URI> sites(Account account);

  /**
   * The account's post that an address names by itself, where the network's ids can be read from
   * its addresses; empty elsewhere. Pure: no call leaves.
   */
  default Optional<RemotePost> named(Account account, URI address) {
    return Optional.empty();
  }

  /**
   * The whole address behind a short one that the network's app shares, asked of that host alone;
   * what was pasted where it is none, or where nobody answers. Not to be called in a transaction.
   */
  default String whole(String pasted) {
    return pasted;
  }

  /**
   * What an address that a person pasted names, as far as it can be told without asking anybody.
   */
  PostAddress postAt(Account account, String pasted);

  /** What may be posted on this account: text, pictures, and how they are counted. */
  ContentRules rules(Account account);

  /**
   * What puts drafts of posts into the network's app, where {@link PublishMode#HANDOVER} is
   * offered. It publishes nothing by itself: it ends in {@link PublishStep.HandedOver}, and what it
   * cannot do stops nothing, since the post is then handed over without a draft.
   */
  default SocialPlatform handover() {
    return new ByHand(this);
  }

  /**
   * Takes the next step of publishing. Makes at most one visible change per call: a checkpoint is
   * stored between the steps before it and that change.
   */
  PublishStep publish(Access access, Publication publication, Checkpoint checkpoint);

  /**
   * Finds out what became of a publication whose last step had no outcome: an {@link
   * PublishStep.Unknown}, or a killed process. Our reading of a stranger's server is never certain:
   * {@link LookUp.NotPublished} is answered only if the account shows nothing of its own since the
   * attempt began that does not belong to another post, whatever its words.
   */
  LookUp lookUp(Access access, LookUpRequest request);

  /**
   * Puts a reply of the account's own under a post of its own, where {@link NetworkModule#options}
   * of the account have its kind; or takes the next step towards it, as {@link #publish} does. One
   * visible call at most, and not repeated by itself.
   */
  default Replying reply(Access access, Reply reply) {
    return new Replying.Failed(Failure.of(Failure.Kind.PERMISSION, "NOT_OFFERED", ""));
  }

  /**
   * Finds out what became of a reply whose call had no outcome. {@link LookUp.NotPublished} only if
   * nothing of the account's own stands under {@link Reply#parent} that nobody holds.
   *
   * @param held ids of replies of ours that are known to be others
   */
  default LookUp lookUp(Access access, Reply reply, Set<String> held) {
    return LookUp.Undecided.unreadable();
  }

  /** How many posts one {@link #read} takes at most. */
  default int readBatchSize() {
    return NetworkModule.of(network()).traits().readBatch();
  }

  /**
   * Reads the counts of posts of one account.
   *
   * @param posts at most {@link #readBatchSize()}
   * @return one entry for each post
   */
  Map<RemotePost, Reading> read(Access access, List<RemotePost> posts);

  /**
   * What the posts of an account are read with in nobody's name, for accounts that have no login:
   * {@link #read} and {@link #presence} take it. Empty where the network shows counts to logins
   * alone. Pure: no call leaves.
   */
  default Optional<Access> openly(Account account) {
    return Optional.empty();
  }

  /**
   * What an account without a login is looked at with in the name of one of the office's own: as
   * {@link #openly}, where the network shows counts to logins alone, and lets some of them look at
   * others. Nothing else may be done with it. Pure: no call leaves.
   *
   * @param of the account that is looked at
   * @param office an account of the same network that has a login
   * @return empty where that login may not
   */
  default Optional<Access> through(Account of, Access office) {
    return Optional.empty();
  }

  /**
   * An account that is known by its name alone, with the id by which its network knows it, where
   * its posts are named by that: so that a post has one id however its address was written. Asks
   * the network where it has to; not to be called in a transaction.
   *
   * @return empty if the network has no such account, or does not answer
   */
  default Optional<Account> known(Account named) {
    return Optional.of(named);
  }

  /** With the account's login where it has one, else as anybody reads it. */
  default Access reading(Access access) {
    return access.credentials().secrets().isEmpty()
        ? openly(access.account()).orElse(access)
        : access;
  }

  /** Whether a post still stands. */
  Presence presence(Access access, RemotePost post);

  /** How many follow the account now. */
  Figure followers(Access access);

  /** The same, and what the account is called now, where the network tells it along. */
  default AccountProfile profile(Access access) {
    return new AccountProfile(followers(access), Optional.empty());
  }

  /**
   * Takes a post away, where its network's {@link Traits#abilities} say so. Not repeated by itself;
   * asking again for what is gone is answered as gone.
   */
  default Deleting delete(Access access, RemotePost post) {
    return new Deleting.Failed(Failure.of(Failure.Kind.PERMISSION, "NOT_OFFERED", ""));
  }

  /**
   * A page of what the account has published since, newest first, where its network's {@link
   * Traits#abilities} say so. A page may hold a few older ones.
   *
   * @param after what the page before gave as {@link Listing.Page#next}; empty for the first
   */
  default Listing list(Access access, Instant since, Optional<String> after) {
    return new Listing.Failed(Failure.of(Failure.Kind.PERMISSION, "NOT_OFFERED", ""));
  }

  /**
   * Asks for limits that the network tells of only when asked; what it answers is heard as with any
   * answer, by {@link NetworkModule#limits}.
   *
   * @return why it did not answer; empty if it did, or has nothing to tell
   */
  default Optional<Failure> askLimits(Access access) {
    return Optional.empty();
  }
}
