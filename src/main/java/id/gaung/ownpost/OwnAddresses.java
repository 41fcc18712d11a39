package id.gaung.ownpost;

import id.gaung.channel.Channels;
import id.gaung.channel.CreatorChannels;
import id.gaung.channel.Platforms;
import id.gaung.creator.CreatorAccount;
import id.gaung.kernel.Network;
import id.gaung.kernel.Problem;
import id.gaung.platform.Account;
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
import java.util.regex.Pattern;

/**
 * Judges the addresses that creators give of their own posts. Asks a network only for what stands
 * behind a short address, and whether the post is there where anybody may ask that; so it is not to
 * be called in a transaction.
 */
final class OwnAddresses {

  /** What tells most about a mistake comes first. */
  private static final List<Why> TELLING =
      List.of(Why.OTHER_ACCOUNT, Why.PROFILE, Why.INVITATION, Why.NO_POST, Why.COPY, Why.SHORT);

  private static final Pattern ADDRESS = Pattern.compile("https?://\\S+", Pattern.CASE_INSENSITIVE);

  private final Platforms platforms;
  private final Channels channels;

  OwnAddresses(Platforms platforms, Channels channels) {
    this.platforms = platforms;
    this.channels = channels;
  }

  /** A post, and the account of its creator that it is on, as its network knows it. */
  record Judged(Account account, Named address, boolean readable) {}

  /** What an address is for one of the accounts. */
  private record Tried(Account account, PostAddress address) {}

  /**
   * @param meant the networks that the content is meant for; none for all
   * @throws Problem invalid, naming the field {@code address} and why it is not taken
   */
  Judged judge(List<CreatorAccount> accounts, Set<Network> meant, String typed) {
    String pasted = addressIn(typed);
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
    Optional<Presence> seen =
        named.readable()
            ? channels.look(
                account,
                access -> platform.presence(access, named.post()),
                presence -> Optional.empty())
            : Optional.empty();
    if (seen.filter(presence -> presence == Presence.GONE).isPresent()) {
      throw wrong("ownpost.not-there", network.label());
    }
    if (seen.filter(presence -> presence == Presence.ELSEWHERE).isPresent()) {
      throw wrong(
          "publishing.hand.address." + Why.OTHER_ACCOUNT,
          network.label(),
          network.shown(account.handle()));
    }
    // In the office's name only what is seen is read: the network hides personal accounts.
    boolean readable =
        platform.openly(account).isPresent()
            ? seen.isPresent()
            : seen.filter(presence -> presence == Presence.PRESENT).isPresent();
    return new Judged(account, named, readable);
  }

  /** Apps share an address with words around it; words without one stay as they are. */
  static String addressIn(String typed) {
    return ADDRESS
        .matcher(typed)
        .results()
        .map(found -> found.group().replaceAll("[.,;:!?)\\]”\"']+$", ""))
        .findFirst()
        .orElse(typed);
  }

  /** Whether what the network shows of an account's posts is read without a login of its own. */
  boolean isReadable(CreatorAccount account) {
    return !NetworkModule.counts(account.network()).offered().isEmpty()
        && channels.canLook(CreatorChannels.account(account.network(), account.handle()));
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
