package id.gaung.channel;

import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Network;
import id.gaung.kernel.Permissions;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.kernel.Typed;
import id.gaung.platform.Access;
import id.gaung.platform.Account;
import id.gaung.platform.AccountProfile;
import id.gaung.platform.Failure;
import id.gaung.platform.Figure;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.Revoking;
import id.gaung.platform.SocialPlatform;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The connected accounts. */
public final class Channels {

  private final ChannelDao dao;
  private final Accounts accounts;
  private final Platforms platforms;
  private final Foundation foundation;
  private final ChannelMails mails;
  private final ReadableCreators creators;
  private final Lookers lookers;

  Channels(
      Foundation foundation,
      ChannelDao dao,
      Accounts accounts,
      Platforms platforms,
      ChannelMails mails,
      Lookers lookers) {
    this.lookers = lookers;
    this.creators = new ReadableCreators(dao, lookers, accounts.budgets());
    this.mails = mails;
    this.foundation = foundation;
    this.dao = dao;
    this.accounts = accounts;
    this.platforms = platforms;
  }

  public Map<UUID, Channel> find(Collection<UUID> ids) {
    return dao.find(ids).stream().collect(Collectors.toMap(Channel::id, Function.identity()));
  }

  /**
   * @throws Problem not found
   */
  public Channel get(UUID id) {
    return dao.find(List.of(id)).stream().findFirst().orElseThrow(Problem::notFound);
  }

  private static List<String> order() {
    return Network.all().stream().map(Network::name).toList();
  }

  /** The usable ones, by network and label. */
  public List<Channel> connected() {
    return dao.connected(order());
  }

  /** What each of the accounts may still do at its network, and what has to wait until when. */
  public Map<UUID, Budget> budgets(Collection<Channel> of) {
    return accounts.budgets().of(of);
  }

  /** Those of the usable ones whose posts have to wait now, and until when. */
  public Map<UUID, Budget.Wait> waiting() {
    // A person who puts posts out does not wait for what the network answers us.
    List<Channel> usable = connected().stream().filter(c -> !c.isByHand()).toList();
    Map<UUID, Budget> budgets = accounts.budgets().of(usable);
    return usable.stream()
        .flatMap(
            channel ->
                budgets.getOrDefault(channel.id(), Budget.FREE).posts().stream()
                    .map(wait -> Map.entry(channel.id(), wait)))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** All of them, the usable ones first. */
  public List<Channel> all() {
    return dao.all(order());
  }

  /**
   * What networks want deleted now: of which account, and what was read of it before when.
   *
   * @see NetworkModule#readingsKept
   */
  public Map<UUID, Instant> readingsOver() {
    Instant now = foundation.clock().instant();
    Map<UUID, Instant> over = new HashMap<>();
    for (NetworkModule module : NetworkModule.published()) {
      module
          .readingsKept()
          .map(now::minus)
          .ifPresent(before -> dao.notRenewed(module, before).forEach(id -> over.put(id, before)));
    }
    return over;
  }

  /**
   * @see Accounts#withAccess(UUID, Function, Function)
   */
  public <T> Accessed<T> withAccess(
      UUID channelId, Function<Access, T> call, Function<T, Optional<Failure>> failureOf) {
    return accounts.withAccess(channelId, call, failureOf);
  }

  /**
   * @see Accounts#withAccess(UUID, Work, Function, Function)
   */
  public <T> Accessed<T> withAccess(
      UUID channelId,
      Work work,
      Function<Access, T> call,
      Function<T, Optional<Failure>> failureOf) {
    return accounts.withAccess(channelId, work, call, failureOf);
  }

  /** When the networks of accounts answered last; those whose network never did are left out. */
  Map<UUID, Instant> answered(Collection<UUID> ids) {
    return accounts.answered(ids);
  }

  /** Calls in the name of channels, for whoever makes many. */
  public Accounts accounts() {
    return accounts;
  }

  public void rename(Actor by, UUID id, RenameChannel command) {
    Permissions.require(by, Role.ADMIN);
    String label = Typed.name(command.label());
    foundation
        .transactions()
        .run(
            () -> {
              Channel before = get(id);
              if (dao.rename(id, command.version(), label) == 0) {
                throw Problem.stale();
              }
              foundation
                  .audit()
                  .record(
                      Change.of(by, "channel.renamed", "channel", id)
                          .with("from", before.label())
                          .with("to", label));
            });
  }

  /**
   * Wipes the secrets, then gives the authorisation back to the network. What is scheduled here no
   * longer goes out.
   *
   * @return whether the network has ended it too
   */
  public Revoking disconnect(Actor by, UUID id, DisconnectChannel command) {
    Permissions.require(by, Role.ADMIN);
    Optional<OpenChannel> open = Optional.ofNullable(accounts.open(List.of(id)).get(id));
    foundation
        .transactions()
        .run(
            () -> {
              Channel before = get(id);
              if (before.state() == ChannelState.DISCONNECTED) {
                throw Problem.conflict("channel.refused.disconnected");
              }
              if (dao.disconnect(id, command.version(), foundation.clock().instant()) == 0) {
                throw Problem.stale();
              }
              mails.over(id);
              foundation
                  .audit()
                  .record(
                      Change.of(by, "channel.disconnected", "channel", id)
                          .moving(before.state(), ChannelState.DISCONNECTED));
            });
    return open.map(this::revoke).orElse(Revoking.NOT_CERTAIN);
  }

  private Revoking revoke(OpenChannel open) {
    return platforms
        .find(open.channel().network())
        .map(platform -> platform.revoke(open.access()))
        .orElse(Revoking.NOT_CERTAIN);
  }

  /**
   * Asks the network for the account's followers, to see whether the authorisation works.
   *
   * @return whether the network answered
   */
  public boolean check(Actor by, UUID id) {
    Permissions.require(by, Role.ADMIN, Role.STAFF);
    Channel channel = get(id);
    if (channel.isByHand() && !channel.hasLogin()) {
      throw Problem.conflict("channel.hand.nothing-to-check");
    }
    if (!channel.isConnected()) {
      throw Problem.conflict(
          channel.isBlocked()
              ? "platform.failure." + channel.trouble().orElseThrow()
              : "channel.refused.not-connected");
    }
    return followers(channel, Work.PRESSED)
        .filter(figure -> figure.known().isPresent())
        .isPresent();
  }

  /**
   * Asks the network how many follow the account, as anybody may where it has no login, and learns
   * what it is called now.
   *
   * @return empty if the network was not asked, because the account cannot be used
   */
  public Optional<Figure> followers(Channel channel, Work work) {
    if (!hasReadableFollowers(channel)) {
      return Optional.empty();
    }
    SocialPlatform platform = platforms.of(channel.network());
    Accessed<AccountProfile> asked =
        accounts.withAccess(
            channel.id(),
            work,
            access -> platform.profile(platform.reading(access)),
            profile -> Optional.empty());
    asked
        .answer()
        .flatMap(AccountProfile::handle)
        .filter(handle -> channel.hasLogin())
        .ifPresent(handle -> accounts.learnHandle(channel, handle));
    return asked.answer().map(AccountProfile::followers);
  }

  /** Whether its network tells how many follow it, to its login or to anybody. */
  public boolean hasReadableFollowers(Channel channel) {
    return channel.hasLogin() || canLook(channel.account());
  }

  /**
   * Accounts of creators whose followers may be read now: by anybody, or in the name of one of the
   * office's accounts that need not wait.
   */
  public List<Channel> lookable() {
    return creators.now();
  }

  /** Whether what an account without a login shows is read: by anybody, or in the office's name. */
  public boolean canLook(Account account) {
    return lookers.canLook(account);
  }

  /**
   * Looks at an account that has no login here; not to be called in a transaction.
   *
   * @param failureOf as of {@link #withAccess}
   * @return empty where nobody may, or nobody did since the office's account cannot be used now
   */
  public <T> Optional<T> look(
      Account account, Function<Access, T> call, Function<T, Optional<Failure>> failureOf) {
    return lookers
        .openly(account)
        .map(call)
        .or(
            () ->
                lookers
                    .office(account)
                    .flatMap(
                        office ->
                            accounts
                                .looking(account, office, Work.PRESSED, call, failureOf)
                                .answer()));
  }

  /** Give a channel's authorisation up. */
  public record DisconnectChannel(int version) {}

  /** Another name for a channel. */
  public record RenameChannel(@NotBlank @Size(max = 80) String label, int version) {}
}
