package id.gaung.platform;

import java.time.Duration;
import java.util.List;
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
    Counts counts,
    int readBatch,
    List<Quota> quotas,
    Settling settling) {

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

  /** How an account is connected. */
  public enum Login {
    /** A password for programs, typed here. */
    APP_PASSWORD,
    /** The person agrees on the network's own page. */
    CONSENT
  }

  /**
   * What a network counts of a post; each has its definition in the bundles, {@code
   * platform.metric.NETWORK.METRIC} where it is the network's own, else {@code
   * platform.metric.METRIC}.
   *
   * @param offered all that it tells of an account of one's own
   * @param engagements of these, what makes up the engagements of a post (domain.md 3.2)
   * @param bases what its engagement rate divides by, the first that is known
   */
  public record Counts(Set<Metric> offered, Set<Metric> engagements, List<RateBase> bases) {
    public Counts {
      offered = Set.copyOf(offered);
      engagements = Set.copyOf(engagements);
      bases = List.copyOf(bases);
      if (!offered.containsAll(engagements)) {
        throw new IllegalArgumentException("engagements that nobody counts: " + engagements);
      }
    }
  }

  /**
   * How much of something an account may do, as the network publishes it; what it says with its
   * answers goes before.
   */
  public record Quota(Of of, int most, Duration within) {
    public enum Of {
      /** Posts that come out. */
      POSTS,
      /** Uploads of pictures and videos. */
      UPLOADS,
      VIDEOS,
      /** Calls of any kind. */
      CALLS
    }
  }

  /** How it is found out what became of a call without an answer. */
  public enum Settling {
    /** By a key of our own at which the post lies. */
    OWN_KEY,
    /** By what the account itself shows: its newest posts, held against what was sent. */
    OWN_LIST,
    /** By the state of what was prepared at the network, then by what the account shows. */
    PREPARED_THEN_LIST
  }
}
