package id.gaung.publishing;

import id.gaung.audit.Foundation;
import id.gaung.channel.Channel;
import id.gaung.channel.Channels;
import id.gaung.kernel.Actor;
import id.gaung.kernel.FieldError;
import id.gaung.kernel.Permissions;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.kernel.Wita;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What people do to a post on several of its accounts in one step. All of them change, in one
 * transaction, or none does: an account whose state does not allow it is named in the refusal, and
 * so is none passed over in silence. Each account that changes has its audit row.
 */
public final class WholePosts {

  private final Foundation foundation;
  private final RenditionDao dao;
  private final PostDao posts;
  private final RenditionActs acts;
  private final RenditionRevision revision;
  private final Twins twins;
  private final Channels channels;

  WholePosts(
      Foundation foundation,
      RenditionDao dao,
      PostDao posts,
      RenditionActs acts,
      RenditionRevision revision,
      Twins twins,
      Channels channels) {
    this.foundation = foundation;
    this.dao = dao;
    this.posts = posts;
    this.acts = acts;
    this.revision = revision;
    this.twins = twins;
    this.channels = channels;
  }

  /**
   * A post on one account, as the giver of a command saw it.
   *
   * @param id of the rendition
   * @param version refused as stale if somebody changed it since
   */
  public record Seen(UUID id, int version) {}

  /** Let a post of the office's own go out on these accounts. */
  public record ApprovePost(
      @NotEmpty(message = "publishing.no-account") @Size(max = 20) List<Seen> renditions) {
    public ApprovePost {
      renditions = List.copyOf(renditions);
    }
  }

  /**
   * Give a post another time on these accounts.
   *
   * @param dueAt WITA
   * @param confirmTwin as in {@link MoveRendition}
   */
  public record MovePost(
      @NotEmpty(message = "publishing.no-account") @Size(max = 20) List<Seen> renditions,
      LocalDateTime dueAt,
      boolean confirmTwin) {
    public MovePost {
      renditions = List.copyOf(renditions);
    }
  }

  /**
   * Publish a post on these accounts at once.
   *
   * @param confirmTwin as in {@link AdvanceRendition}
   */
  public record PublishPost(
      @NotEmpty(message = "publishing.no-account") @Size(max = 20) List<Seen> renditions,
      boolean confirmTwin) {
    public PublishPost {
      renditions = List.copyOf(renditions);
    }
  }

  /** Call a post off, or send it back, on these accounts, and say why. */
  public record WithdrawPost(
      @NotEmpty(message = "publishing.no-account") @Size(max = 20) List<Seen> renditions,
      @NotBlank @Size(max = 300) String reason) {
    public WithdrawPost {
      renditions = List.copyOf(renditions);
    }
  }

  /** Lets them go out at their time; by somebody who wrote nothing of the post. */
  public void approve(Actor by, UUID postId, ApprovePost order) {
    Permissions.require(by, Role.STAFF, Role.APPROVER);
    run(
        () -> {
          acts.open(campaignOf(postId));
          acts.approve(
              by, take(postId, order.renditions(), state -> state == RenditionState.IN_REVIEW));
        });
  }

  /** Sends them back to be written again. */
  public void sendBack(Actor by, UUID postId, WithdrawPost order) {
    Permissions.require(by, Role.STAFF, Role.APPROVER);
    run(
        () ->
            acts.sendBack(
                by,
                take(postId, order.renditions(), state -> state == RenditionState.IN_REVIEW),
                order.reason()));
  }

  /** Calls off those that are not out. */
  public void cancel(Actor by, UUID postId, WithdrawPost order) {
    Permissions.require(by, Role.STAFF);
    run(
        () ->
            acts.cancel(
                by,
                take(postId, order.renditions(), RenditionActs::isCancellable),
                order.reason()));
  }

  /** One new time for all of them. What was missed or failed is scheduled again by it. */
  public void move(Actor by, UUID postId, MovePost order) {
    Permissions.require(by, Role.STAFF);
    revision
        .dueAt(order.dueAt())
        .ifPresent(
            key -> {
              throw Problem.invalid("dueAt", key);
            });
    run(
        () ->
            acts.move(
                by,
                takeToPlan(postId, order.renditions(), RenditionState::isMovable),
                Wita.instant(order.dueAt()),
                order.confirmTwin()));
  }

  /** At once, within a second or so; those that were missed or failed too. */
  public void publishNow(Actor by, UUID postId, PublishPost order) {
    Permissions.require(by, Role.STAFF);
    run(
        () ->
            acts.publishNow(
                by,
                takeToPlan(postId, order.renditions(), WholePosts::canGoOutNow),
                order.confirmTwin()));
  }

  static boolean canGoOutNow(RenditionState state) {
    return state == RenditionState.SCHEDULED || state.isRetriable();
  }

  private List<RenditionRow> takeToPlan(
      UUID postId, List<Seen> seen, Predicate<RenditionState> from) {
    acts.open(campaignOf(postId));
    twins.lock(posts.ofPost(postId).stream().map(RenditionRow::channelId).toList());
    return take(postId, seen, from);
  }

  private UUID campaignOf(UUID postId) {
    return posts.find(postId).map(PostRow::campaignId).orElseThrow(Problem::notFound);
  }

  private List<RenditionRow> take(UUID postId, List<Seen> seen, Predicate<RenditionState> from) {
    Map<UUID, RenditionRow> all =
        dao.lockPost(postId).stream()
            .collect(Collectors.toMap(RenditionRow::id, Function.identity()));
    List<RenditionRow> chosen = new ArrayList<>();
    boolean stale = false;
    for (Seen one : seen.stream().distinct().toList()) {
      RenditionRow row = all.get(one.id());
      if (row == null) {
        throw Problem.notFound();
      }
      stale |= row.version() != one.version();
      chosen.add(row);
    }
    refuseUnfit(chosen.stream().filter(row -> !from.test(row.state())).toList());
    if (stale) {
      throw Problem.stale();
    }
    return chosen;
  }

  private void refuseUnfit(List<RenditionRow> unfit) {
    if (unfit.isEmpty()) {
      return;
    }
    Map<UUID, Channel> known = channels.find(unfit.stream().map(RenditionRow::channelId).toList());
    throw Problem.conflict(
        "publishing.refused.accounts",
        unfit.stream()
            .map(
                row ->
                    FieldError.of("renditions", "publishing.refused." + row.state())
                        .about(
                            Optional.ofNullable(known.get(row.channelId()))
                                .map(Channel::shownAs)
                                .orElse("")))
            .toList());
  }

  private void run(Runnable work) {
    foundation.transactions().run(work);
  }
}
