package id.gaung.publishing;

import id.gaung.platform.Evidence;
import id.gaung.platform.LookUp;
import id.gaung.platform.PostOption;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What follows posts by itself, as another feature knows it. */
@FunctionalInterface
public interface PostFollowUps {

  /** Of each in their order; a post that nothing follows is left out. */
  Map<UUID, List<FollowUp>> of(Collection<UUID> renditionIds);

  /** How far it has come. */
  enum State {
    /** For the part before it, or for its time. */
    WAITING,
    /** The network is being asked. */
    ASKING,
    OUT,
    /** Refused for good, or too often. */
    FAILED,
    /** The network was asked and did not answer. */
    UNCERTAIN,
    /** It is not to come out any more. */
    LEFT_OUT,
    /** It was taken away again with its post. */
    REMOVED
  }

  /**
   * A part of a thread, or a comment.
   *
   * @param number of the part, counted from 1 without the post itself
   * @param failureKind why it did not come out, as its network said last
   * @param found by the last look-up
   */
  record FollowUp(
      UUID id,
      PostOption kind,
      int number,
      String text,
      State state,
      Optional<Instant> nextAt,
      Optional<String> url,
      Optional<String> failureKind,
      Optional<String> failureCode,
      Optional<String> failureDetail,
      List<Evidence> found,
      int version) {

    public FollowUp {
      found = List.copyOf(found);
    }

    /** The key of its state's word. */
    public String stateKey() {
      return state == State.UNCERTAIN && needsPerson()
          ? "publishing.follow-up.needs-you"
          : "publishing.follow-up.state." + state;
    }

    /** Whether a person has to decide what becomes of it. */
    public boolean needsPerson() {
      return state == State.FAILED || (state == State.UNCERTAIN && nextAt.isEmpty());
    }

    /** Whether something more happens to it by itself. */
    public boolean isUnderWay() {
      return nextAt.isPresent();
    }

    /** Whether a person may still decide that it does not come out. */
    public boolean isOpen() {
      return state == State.WAITING || state == State.FAILED || state == State.UNCERTAIN;
    }

    /** What the network shows that may be this one. */
    public List<LookUp.Candidate> candidates() {
      return found.stream().flatMap(one -> LookUp.Candidate.of(one).stream()).toList();
    }
  }
}
