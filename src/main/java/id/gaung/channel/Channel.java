package id.gaung.channel;

import id.gaung.kernel.Network;
import id.gaung.platform.Account;
import id.gaung.platform.Failure;
import id.gaung.platform.PublishMode;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A connected account. Nothing in it is secret.
 *
 * @param handle as people write it, without a leading {@code @}
 * @param label the office's own name for it
 * @param expiresAt when the authorisation ends unless refreshed; empty if never
 * @param pausedUntil until when the network asked us to wait
 * @param trouble a {@link id.gaung.platform.Failure.Kind}, why it must be connected again
 * @param mode how its posts get out
 * @param responsibleId who puts them out, where that is by hand
 * @param hasLogin whether the network can be asked in its name
 * @param creatorId whose it is, where it is a creator's own: the office does not publish there
 */
public record Channel(
    UUID id,
    Network network,
    URI server,
    String remoteId,
    String handle,
    Map<String, String> traits,
    String label,
    ChannelState state,
    Optional<Instant> refreshAt,
    Optional<Instant> expiresAt,
    Optional<Instant> pausedUntil,
    Optional<String> trouble,
    Instant connectedAt,
    PublishMode mode,
    Optional<UUID> responsibleId,
    boolean hasLogin,
    Optional<UUID> creatorId,
    int version) {

  public Account account() {
    return new Account(network, server, remoteId, handle, traits);
  }

  /** Whether it is a creator's own: what is posted there is measured, and nothing else. */
  public boolean isOutside() {
    return creatorId.isPresent();
  }

  /** Whether a person puts its posts out, from a draft or without. */
  public boolean isByHand() {
    return mode != PublishMode.API;
  }

  /** Whether drafts of its posts are put into its app, for a person to end. */
  public boolean isDrafted() {
    return mode == PublishMode.HANDOVER && hasLogin;
  }

  public boolean isConnected() {
    return state == ChannelState.CONNECTED;
  }

  /**
   * When a person must have connected the account again; empty if its authorisation renews itself
   * or never ends.
   */
  public Optional<Instant> endsAt() {
    return refreshAt.isPresent() ? Optional.empty() : expiresAt;
  }

  /** Whether connecting again is of no use before something is put right at the network. */
  public boolean isBlocked() {
    return trouble.filter(Failure.Kind.ACCOUNT_BLOCKED.name()::equals).isPresent();
  }

  /** As lists show it: {@code Bluesky · @gaung.test}. */
  public String shownAs() {
    return network.label() + " · @" + handle;
  }
}
