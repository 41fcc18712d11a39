package id.gaung.ownpost;

import id.gaung.channel.CreatorChannels;
import id.gaung.channel.Platforms;
import id.gaung.creator.CreatorAccount;
import id.gaung.kernel.Network;
import id.gaung.kernel.Problem;
import id.gaung.platform.Access;
import id.gaung.platform.Account;
import id.gaung.platform.Credentials;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.PostAddress;
import id.gaung.platform.PostAddress.Named;
import id.gaung.platform.PostAddress.Why;
import id.gaung.platform.Presence;
import id.gaung.platform.SocialPlatform;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Judges the addresses that creators give of their own posts. Asks a network only for what stands
 * behind a short address, and whether the post is there where anybody may ask that; so it is not to
 * be called in a transaction.
 */
final class OwnAddresses {

  /** What tells most about a mistake comes first. */
  private static final List<Why> TELLING =
      List.of(Why.OTHER_ACCOUNT, Why.PROFILE, Why.INVITATION, Why.NO_POST, Why.COPY, Why.SHORT);

  private final Platforms platforms;

  OwnAddresses(Platforms platforms) {
    this.platforms = platforms;
  }

  /** A post, and the account of its creator that it is on, as its network knows it. */
  record Judged(Account account, Named address, boolean readable) {}

  /** What an address is for one of the accounts. */
  private record Tried(Account account, PostAddress address) {}

  /**
   * @param meant the networks that the content is meant for; none for all
   * @throws Problem invalid, naming the field {@code address} and why it is not taken
   */
  Judged judge(List<CreatorAccount> accounts, Set<Network> meant, String pasted) {
    // A short address is asked once, however many accounts there are on its network.
    Map<Network, String> whole = new HashMap<>();
    List<Tried> tried =
        accounts.stream()
            .flatMap(
                account ->
                    platforms.find(account.network()).stream()
                        .map(
                            platform ->
                                tried(
                                    platform,
                                    account,
                                    whole.computeIfAbsent(
                                        account.network(), of -> platform.whole(pasted)))))
            .toList();
    if (tried.isEmpty()) {
      throw wrong("ownpost.no-account");
    }
    Tried best =
        tried.stream()
            .filter(one -> one.address() instanceof Named)
            .findFirst()
            .orElseThrow(() -> refusal(tried, pasted));
    Account account = best.account();
    Network network = account.network();
    if (!meant.isEmpty() && !meant.contains(network)) {
      throw wrong("ownpost.not-meant", network.label());
    }
    Named named = (Named) best.address();
    SocialPlatform platform = platforms.of(network);
    Optional<Access> open = named.readable() ? openly(platform, account) : Optional.empty();
    if (open.filter(access -> platform.presence(access, named.post()) == Presence.GONE)
        .isPresent()) {
      throw wrong("ownpost.not-there", network.label());
    }
    return new Judged(account, named, open.isPresent());
  }

  /** What the network tells anybody of an account's posts is read without a login. */
  boolean isReadable(CreatorAccount account) {
    return !NetworkModule.counts(account.network()).offered().isEmpty()
        && platforms
            .find(account.network())
            .flatMap(
                platform ->
                    openly(platform, CreatorChannels.account(account.network(), account.handle())))
            .isPresent();
  }

  private static Optional<Access> openly(SocialPlatform platform, Account account) {
    return platform
        .openly(account)
        .map(open -> platform.reading(new Access(account, Credentials.NONE)));
  }

  /** Its network is asked who the account is only for an address that is on that network. */
  private static Tried tried(SocialPlatform platform, CreatorAccount account, String whole) {
    Account named = CreatorChannels.account(account.network(), account.handle());
    PostAddress read = platform.postAt(named, whole);
    boolean post = read instanceof Named || read.equals(PostAddress.wrong(Why.OTHER_ACCOUNT));
    if (!post) {
      return new Tried(named, read);
    }
    Account known =
        platform
            .known(named)
            .orElseThrow(
                () ->
                    wrong(
                        "ownpost.account-unread",
                        named.network().label(),
                        named.network().shown(named.handle())));
    return new Tried(known, platform.postAt(known, whole));
  }

  private Problem refusal(List<Tried> tried, String pasted) {
    for (Why why : TELLING) {
      Optional<Tried> told =
          tried.stream().filter(one -> one.address().equals(PostAddress.wrong(why))).findFirst();
      if (told.isPresent()) {
        Network network = told.get().account().network();
        return wrong(
            "publishing.hand.address." + why,
            network.label(),
            network.shown(told.get().account().handle()));
      }
    }
    return platforms.networks().stream()
        .filter(network -> isOn(network, pasted))
        .findFirst()
        .map(network -> wrong("ownpost.account-unknown", network.label()))
        .orElseGet(
            () ->
                tried.get(0).address().equals(PostAddress.wrong(Why.NO_ADDRESS))
                    ? wrong("publishing.hand.address." + Why.NO_ADDRESS)
                    : wrong("ownpost.network-unknown"));
  }

  /** Whether an address is one of that network, whoever's. */
  private boolean isOn(Network network, String pasted) {
    Account anybody = CreatorChannels.account(network, network.example());
    PostAddress read = platforms.of(network).postAt(anybody, pasted);
    return !read.equals(PostAddress.wrong(Why.OTHER_NETWORK))
        && !read.equals(PostAddress.wrong(Why.NO_ADDRESS));
  }

  private static Problem wrong(String key, String... args) {
    return Problem.invalid("address", key, args);
  }
}
