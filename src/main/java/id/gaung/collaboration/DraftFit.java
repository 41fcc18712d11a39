package id.gaung.collaboration;

import id.gaung.collaboration.Submission.DraftPhoto;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a draft fits the accounts that are connected. Asked by the review of drafts, answered by
 * whoever knows the accounts and their networks' rules.
 */
public interface DraftFit {

  /** One for each connected account, in the order of their networks. */
  List<Fit> of(String caption, List<DraftPhoto> media);

  /** When a post made of it would go out unless somebody chooses otherwise; empty if unknown. */
  default Optional<Instant> proposed() {
    return Optional.empty();
  }

  /**
   * How it fits one account.
   *
   * @param network as in {@code instagram}
   * @param label the network's own name
   * @param used characters, counted as the network counts
   * @param limit at most
   * @param shown the parts of the text as the network shows them
   * @param needsPicture whether the network refuses a text alone
   * @param against what its network has against the draft's video, if it shows one
   */
  record Fit(
      String network,
      String label,
      String account,
      int used,
      int limit,
      List<Part> shown,
      boolean needsPicture,
      List<Against> against) {

    public Fit {
      shown = List.copyOf(shown);
      against = List.copyOf(against);
    }

    public boolean fits() {
      return used <= limit;
    }

    /** What is left, or by how much it is over. */
    public int distance() {
      return Math.abs(limit - used);
    }
  }

  /** A sentence of the bundles, {@code content.*}. */
  record Against(String key, List<String> args) {}

  /** A part of a text: plain, or a link, a hashtag, a mention. */
  record Part(boolean plain, String text) {}
}
