package id.gaung.followup;

import id.gaung.audit.Foundation;
import id.gaung.followup.FollowUpDao.Told;
import id.gaung.followup.SettleFollowUp.Decision;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Permissions;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Evidence;
import id.gaung.platform.EvidenceLine;
import id.gaung.platform.LookUp;
import id.gaung.platform.LookUp.Candidate;
import id.gaung.platform.RemotePost;
import id.gaung.publishing.PostFollowUps.State;
import id.gaung.publishing.Settlements.SettleRendition.Settled;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** A person's decision about a part of a thread, or a comment, that did not come out by itself. */
public final class FollowUpDecisions {

  private final Foundation foundation;
  private final FollowUpDao dao;
  private final NetworkReplies networks;

  FollowUpDecisions(Foundation foundation, FollowUpDao dao, NetworkReplies networks) {
    this.foundation = foundation;
    this.dao = dao;
    this.networks = networks;
  }

  /**
   * Settles one. Of one whose outcome is not known the network is asked once more before: what it
   * shows beyond doubt is taken, whatever the person said.
   */
  public Settled settle(Actor by, UUID id, SettleFollowUp order) {
    Permissions.require(by, Role.STAFF);
    FollowUpRow seen = dao.find(id).orElseThrow(Problem::notFound);
    if (seen.version() != order.version()) {
      throw Problem.stale();
    }
    if (!seen.view().isOpen()
        || (seen.state() == State.WAITING && order.decision() != Decision.LEAVE_OUT)
        || (seen.state() == State.FAILED && order.decision() == Decision.OUT)) {
      throw Problem.conflict("publishing.follow-up.refused." + seen.state());
    }
    // Asked before the transaction.
    Learned learned = seen.state() == State.UNCERTAIN ? learned(seen, order) : Learned.NOTHING;
    Optional<Told> found = learned.found();
    boolean chosen = order.candidate().filter(c -> !c.isBlank()).isPresent();
    Told told = found.orElseGet(() -> decided(order.decision(), learned.from()));
    foundation
        .transactions()
        .run(
            () -> {
              FollowUpRow row = dao.lock(id).orElseThrow(Problem::notFound);
              if (told.state() == State.WAITING) {
                dao.beginAgain(id);
              }
              if (row.version() != seen.version()
                  || !FollowUpRun.store(foundation, dao, row, told, by)) {
                throw Problem.stale();
              }
            });
    return found.isPresent() && !chosen && order.decision() != Decision.OUT
        ? Settled.FOUND_OUT
        : Settled.AS_DECIDED;
  }

  private Told decided(Decision decision, Checkpoint from) {
    return switch (decision) {
      case OUT -> FollowUpRun.plain(State.OUT);
      case RETRY -> FollowUpRun.waiting(foundation.clock().instant(), from);
      case LEAVE_OUT -> FollowUpRun.plain(State.LEFT_OUT);
    };
  }

  /**
   * What the network said before a decision.
   *
   * @param found what the person chose, or the network shows beyond doubt
   * @param from where to go on from if it is tried again
   */
  private record Learned(Optional<Told> found, Checkpoint from) {
    static final Learned NOTHING = new Learned(Optional.empty(), Checkpoint.START);

    static Learned of(RemotePost post) {
      return new Learned(Optional.of(FollowUpRun.out(post)), Checkpoint.START);
    }
  }

  /**
   * @throws Problem if it shows that the person is wrong, or what may be this one until the person
   *     has chosen among it
   */
  private Learned learned(FollowUpRow row, SettleFollowUp order) {
    Optional<String> chosen = order.candidate().filter(c -> !c.isBlank());
    if (order.decision() == Decision.OUT && chosen.isPresent()) {
      return row.view().candidates().stream()
          .map(Candidate::post)
          .filter(post -> post.remoteId().equals(chosen.get()))
          .findFirst()
          .map(Learned::of)
          .orElseThrow(() -> Problem.conflict("publishing.settle.candidate-unknown"));
    }
    Optional<LookUp> answer = networks.asked(row).map(networks::lookUp);
    if (answer.isEmpty()) {
      return Learned.NOTHING;
    }
    return answer
        .get()
        .match(
            found -> Learned.of(found.post()),
            not -> {
              if (order.decision() == Decision.OUT) {
                throw Problem.conflict("publishing.follow-up.not-there");
              }
              return new Learned(Optional.empty(), not.checkpoint());
            },
            undecided -> {
              refuseWhileOpen(row, undecided, order);
              return Learned.NOTHING;
            });
  }

  /** A moment too early, or with something there that nobody has looked at. */
  private void refuseWhileOpen(FollowUpRow row, LookUp.Undecided answer, SettleFollowUp order) {
    boolean early = answer.evidence().stream().anyMatch(e -> e.kind() == Evidence.Kind.TOO_EARLY);
    if (early && order.decision() == Decision.RETRY) {
      throw Problem.conflict("publishing.settle.too-early");
    }
    List<Candidate> candidates = answer.candidates();
    if (candidates.isEmpty() || order.confirmed() || order.decision() == Decision.LEAVE_OUT) {
      return;
    }
    // Kept, so that the page shows what to choose from.
    Told shown =
        new Told(
            State.UNCERTAIN,
            false,
            row.nextAt(),
            row.lookUps(),
            row.checkpoint(),
            Optional.empty(),
            Optional.empty(),
            row.failureKind(),
            row.failureCode(),
            row.failureDetail(),
            lines(answer.evidence()));
    foundation
        .transactions()
        .run(() -> dao.told(row.id(), row.version(), shown, foundation.clock().instant()));
    throw Problem.conflict("publishing.follow-up.candidates", String.valueOf(candidates.size()));
  }

  static String lines(List<Evidence> evidence) {
    return evidence.stream().map(EvidenceLine::write).collect(Collectors.joining("\n"));
  }
}
