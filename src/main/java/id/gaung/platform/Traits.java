package id.gaung.platform;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a network is like, whichever of its accounts is meant. What differs by account, such as a
 * server's own limits, its {@link ContentRules} say.
 *
 * @param modes how posts get out, the usual one first
 * @param logins how an account is connected; none where everything is by hand
 * @param attachments what a post may carry, beside its text
 * @param options what may be said of a post, beside its text
 * @param readBatch how many posts one reading takes at most
 * @param quotas what the network says how much of one may do
 * @param settling how an unknown outcome is settled
 * @param abilities what else its client can do with an account's login
 */
public record Traits(
    List<PublishMode> modes,
    Set<Login> logins,
    Set<Attachment.Kind> attachments,
    Set<PostOption> options,
    NetworkCounts counts,
    int readBatch,
    List<NetworkQuota> quotas,
    Settling settling,
    Set<Ability> abilities) {

  /** The one with the longest window, of several of the same. */
  public Optional<NetworkQuota> quota(NetworkQuota.Of of) {
    return quotas.stream()
        .filter(quota -> quota.of() == of)
        .max(Comparator.comparing(NetworkQuota::within));
  }

  /**
   * Of a network that no client speaks to: a person publishes, and types what it counts.
   *
   * @param attachments what its own app takes
   * @param options what a person can say of a post there
   * @param counts what its own app shows
   */
  public static Traits byHand(
      Set<Attachment.Kind> attachments, Set<PostOption> options, NetworkCounts counts) {
    return new Traits(
        List.of(PublishMode.BY_HAND),
        Set.of(),
        attachments,
        options,
        counts,
        1,
        List.of(),
        Settling.OWN_LIST,
        Set.of());
  }

  /** Whether accounts can be connected, so that a client publishes or reads for them. */
  public boolean connects() {
    return !logins.isEmpty();
  }

  public Traits {
    modes = List.copyOf(modes);
    logins = Set.copyOf(logins);
    attachments = Set.copyOf(attachments);
    options = Set.copyOf(options);
    quotas = List.copyOf(quotas);
    abilities = Set.copyOf(abilities);
    if (modes.isEmpty() || readBatch < 1) {
      throw new IllegalArgumentException("no way to publish, or none to read");
    }
  }
}
