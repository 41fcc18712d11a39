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
 */
public record Traits(
    List<PublishMode> modes,
    Set<Login> logins,
    Set<Attachment.Kind> attachments,
    Set<PostOption> options,
    NetworkCounts counts,
    int readBatch,
    List<NetworkQuota> quotas,
    Settling settling) {

  /** The one with the longest window, of several of the same. */
  public Optional<NetworkQuota> quota(NetworkQuota.Of of) {
    return quotas.stream()
        .filter(quota -> quota.of() == of)
        .max(Comparator.comparing(NetworkQuota::within));
  }

  public Traits {
    modes = List.copyOf(modes);
    logins = Set.copyOf(logins);
    attachments = Set.copyOf(attachments);
    options = Set.copyOf(options);
    quotas = List.copyOf(quotas);
    if (modes.isEmpty() || readBatch < 1) {
      throw new IllegalArgumentException("no way to publish, or none to read");
    }
  }
}
