package id.gaung.publishing;

import id.gaung.campaign.Disclosure;
import id.gaung.kernel.Tone;
import id.gaung.platform.Failure;
import id.gaung.platform.PostOption;
import id.gaung.platform.RemotePost;
import id.gaung.platform.WebAddress;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A rendition as it is stored, with what its post adds.
 *
 * @param graceFrom since when its lateness is forgiven; empty for since it is due
 * @param nextAt when the queue takes it up again; empty if it does not
 * @param heldReason what stands in the way although it is due
 * @param failureKind a {@link Failure.Kind}
 * @param reason why a person, or a campaign's end, stopped it
 * @param options what is said of it beside its text, by the names of {@link PostOption}
 * @param takenAway whether the office had its network take it away, if it is gone
 */
public record RenditionRow(
    UUID id,
    UUID postId,
    UUID campaignId,
    Optional<UUID> deliverableId,
    Optional<UUID> createdBy,
    UUID channelId,
    String text,
    String language,
    Instant dueAt,
    Optional<Instant> graceFrom,
    Optional<Instant> nextAt,
    RenditionState state,
    int attempts,
    Optional<Instant> leaseUntil,
    Optional<HeldReason> heldReason,
    Optional<String> failureKind,
    Optional<String> failureCode,
    Optional<String> failureDetail,
    Optional<String> reason,
    Optional<Instant> firstAttemptAt,
    Optional<Instant> publishedAt,
    Optional<String> remoteId,
    Optional<String> remoteUrl,
    Instant createdAt,
    Map<String, String> options,
    boolean takenAway,
    int version) {

  private static final int LONGEST = 90;

  /** As its network knows it; empty where it is not out, or no address of it is known. */
  public Optional<RemotePost> post() {
    return remoteId
        .filter(id -> !HandAddresses.isUnnamed(id))
        .map(id -> new RemotePost(id, remoteUrl.flatMap(WebAddress::given)));
  }

  /** What is to follow it where we put it out ourselves. */
  public FollowingWords following() {
    return FollowingWords.of(options);
  }

  /** What stands in its way now; what ended keeps the reason, and is told as ended. */
  public Optional<HeldReason> held() {
    return heldReason.filter(
        reason -> state == RenditionState.SCHEDULED || state == RenditionState.RETRYING);
  }

  /** The key of its state's word; a queued one that may not go out now is told as held. */
  public String stateKey() {
    if (needsDecision()) {
      return "publishing.needs-you";
    }
    if (isTakenAway()) {
      return "publishing.taken-away";
    }
    return held().isPresent() ? "publishing.held" : "publishing.state." + state();
  }

  public Tone tone() {
    return held().isPresent() ? Tone.WAIT : isTakenAway() ? Tone.PLAIN : state().tone();
  }

  /** Of the sprite, for its state as it is told. */
  public String icon() {
    if (isTakenAway()) {
      return RenditionState.CANCELLED.icon();
    }
    return held().isPresent() ? "pause" : needsDecision() ? "alert" : state().icon();
  }

  /** Whether it is gone because the office wanted it away; nobody has to look at it. */
  public boolean isTakenAway() {
    return takenAway && state == RenditionState.REMOVED;
  }

  /** Whether a person has to decide what became of it. */
  public boolean needsDecision() {
    return state == RenditionState.UNCERTAIN && nextAt.isEmpty();
  }

  /** Whether what the network last answered may pass by itself. */
  public boolean isPassing() {
    return failureKind.filter(name -> Failure.Kind.valueOf(name).passes()).isPresent();
  }

  /** Whether it was tried until it was too often, or too late. */
  public boolean gaveUp() {
    return isPassing() && (state == RenditionState.FAILED || state == RenditionState.MISSED);
  }

  /** The first words after the disclosure, with which all paid content begins; for lists. */
  public String excerpt() {
    return excerpt(text);
  }

  static String excerpt(String text) {
    String line = Disclosure.without(text).replaceAll("\\s+", " ").strip();
    int end = line.offsetByCodePoints(0, Math.min(LONGEST, line.codePointCount(0, line.length())));
    if (end == line.length()) {
      return line;
    }
    int word = line.lastIndexOf(' ', end);
    return line.substring(0, word > end / 2 ? word : end) + "…";
  }
}
