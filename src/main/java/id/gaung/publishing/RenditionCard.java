package id.gaung.publishing;

import id.gaung.channel.Channel;
import id.gaung.platform.LookUp;
import java.util.List;
import java.util.Optional;

/**
 * A rendition on its post's page.
 *
 * @param attempts newest first
 * @param pause that its network asked for, if it stands in its way
 * @param ended whether its campaign is over: it can be called off and settled, but not go out
 * @param mayReview whether the reader may approve it or send it back
 * @param removable whether its network can be asked to take it away
 * @param removal what came of that, if somebody wanted it away
 * @param link the card of its link, if it shows nothing else
 * @param followUps the parts of its thread and its first comment, once it is out by us
 */
public record RenditionCard(
    RenditionRow row,
    Channel channel,
    List<RenditionPicture> pictures,
    List<AttemptView> attempts,
    Optional<PausedPosts.Pause> pause,
    boolean mayChange,
    boolean ended,
    boolean mayReview,
    boolean removable,
    Optional<PostRemovals.Removal> removal,
    Optional<CardPreview> link,
    List<PostFollowUps.FollowUp> followUps) {

  private static final Optional<String> WAITING = Optional.of("WAITING");

  /** As forms name it, with the version that their page shows. */
  public String seen() {
    return row.id() + ":" + row.version();
  }

  /** How often it was sent; while a network works on it, it is asked and nothing is sent. */
  public long tries() {
    return sent().size();
  }

  /** What came of the try before the last; OPEN if there was none. */
  public String before() {
    return sent().stream().skip(1).findFirst().flatMap(AttemptView::outcome).orElse("OPEN");
  }

  /** The key of the sentence that tells how it came out. */
  public String howKey() {
    String last = attempts.isEmpty() ? "PUBLISH" : attempts.get(0).kind();
    return switch (last) {
      case "LOOK_UP" -> "publishing.how.found";
      case "PERSON" -> channel.isByHand() ? "publishing.how.hand" : "publishing.how.person";
      default -> tries() > 1 ? "publishing.how.later" : "publishing.how.first";
    };
  }

  private List<AttemptView> sent() {
    return attempts.stream()
        .filter(attempt -> attempt.kind().equals("PUBLISH"))
        .filter(attempt -> !attempt.outcome().equals(WAITING))
        .toList();
  }

  /** Whether what an option says is told part by part already. */
  public boolean isFollowedBy(String option) {
    return followUps.stream().anyMatch(one -> one.kind().name().equals(option));
  }

  /** Whether there are counts of it, or will be. */
  public boolean isMeasured() {
    return row.remoteId().isPresent()
        && (row.state() == RenditionState.PUBLISHED || row.state() == RenditionState.REMOVED);
  }

  public boolean mayCancel() {
    return mayChange
        && row.state() != RenditionState.UNCERTAIN
        && row.state().canBecome(RenditionState.CANCELLED);
  }

  /**
   * Whether a button is for this account and its reader.
   *
   * @param act the button's name, as its address ends
   */
  public boolean may(String act) {
    return switch (act) {
      case "approve" -> mayReview && !ended;
      case "send-back" -> mayReview;
      case "move" -> mayMove();
      case "publish-now" -> mayChange && !ended && WholePosts.canGoOutNow(row.state());
      case "cancel" -> mayCancel();
      default -> false;
    };
  }

  public boolean mayMove() {
    return mayChange && !ended && row.state().isMovable();
  }

  public boolean mayPublishNow() {
    return mayChange && !ended && row.state() == RenditionState.SCHEDULED;
  }

  public boolean mayRetry() {
    return mayChange && !ended && row.state().isRetriable();
  }

  public boolean maySettle() {
    return mayChange && row.state() == RenditionState.UNCERTAIN;
  }

  /** What the network shows that may be this one; to choose from while it is uncertain. */
  public List<LookUp.Candidate> candidates() {
    return maySettle() ? AttemptView.candidates(attempts) : List.of();
  }

  /** Why its account cannot be used, as its network said; if that is what holds it. */
  public Optional<String> trouble() {
    return trouble(row, channel);
  }

  static Optional<String> trouble(RenditionRow row, Channel channel) {
    return channel
        .trouble()
        .filter(kind -> row.held().filter(HeldReason.CHANNEL::equals).isPresent());
  }

  /** Whether the reader may have its network take it away. */
  public boolean mayRemove() {
    return mayChange
        && removable
        && row.state() == RenditionState.PUBLISHED
        && row.post().isPresent()
        && removal.filter(one -> one.state() == PostRemovals.State.ORDERED).isEmpty();
  }

  public boolean mayRevise() {
    return mayChange && !ended && row.state() == RenditionState.DRAFT;
  }
}
