package id.gaung.platform;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the network says about a publication whose outcome is unknown. */
public sealed interface LookUp {

  /** It is out. */
  record Found(RemotePost post) implements LookUp {}

  /**
   * It is certainly not out, and calling {@link SocialPlatform#publish} with the checkpoint cannot
   * make a second one: since the attempt began the account shows nothing of its own that does not
   * belong to another post.
   */
  record NotPublished(Checkpoint checkpoint) implements LookUp {}

  /**
   * The network cannot tell (yet): ask again later, in the end a person decides.
   *
   * @param evidence what was found out, for that person
   * @param again whether asking again may help; never so where an account cannot be read at all
   */
  record Undecided(List<Evidence> evidence, boolean again) implements LookUp {
    public Undecided {
      evidence = List.copyOf(evidence);
    }

    public Undecided(List<Evidence> evidence) {
      this(evidence, true);
    }

    public static Undecided because(Evidence.Kind kind, String... details) {
      return new Undecided(List.of(Evidence.of(kind, details)));
    }

    /** Because a question was not answered as it should be. */
    public static Undecided because(Failure failure, Evidence.Kind kind, String... details) {
      return new Undecided(List.of(Evidence.of(kind, details), Evidence.of(failure)));
    }

    /** Because something stands there that nobody can be told to own. */
    public static Undecided among(List<Candidate> candidates, List<Evidence> more) {
      List<Evidence> evidence = new ArrayList<>();
      evidence.add(Evidence.of(Evidence.Kind.CANDIDATES, String.valueOf(candidates.size())));
      candidates.stream().map(Candidate::evidence).forEach(evidence::add);
      evidence.addAll(more);
      return new Undecided(evidence);
    }

    /** The network lets nobody read what the account has published: only a person can look. */
    public static Undecided unreadable() {
      return new Undecided(List.of(Evidence.of(Evidence.Kind.ACCOUNT_NOT_READABLE)), false);
    }

    /** With what else was found out. */
    public Undecided with(Undecided other) {
      List<Evidence> all = new ArrayList<>(evidence);
      all.addAll(other.evidence);
      return new Undecided(all, again && other.again);
    }

    /** What a person may choose from. */
    public List<Candidate> candidates() {
      return evidence.stream().map(Candidate::of).flatMap(Optional::stream).toList();
    }
  }

  /**
   * Something on the account that may be the post looked for.
   *
   * @param at by the network's clock; empty where it did not say
   * @param excerpt its first words
   */
  record Candidate(RemotePost post, Optional<Instant> at, String excerpt) {

    private static final int EXCERPT = 160;

    public Candidate {
      String line = excerpt.replaceAll("\\s+", " ").strip();
      int end =
          line.offsetByCodePoints(0, Math.min(EXCERPT, line.codePointCount(0, line.length())));
      excerpt = end == line.length() ? line : line.substring(0, end) + "…";
    }

    public Evidence evidence() {
      return new Evidence(
          Evidence.Kind.CANDIDATE,
          List.of(
              post.remoteId(),
              post.url().map(URI::toString).orElse(""),
              at.map(Instant::toString).orElse("")),
          excerpt);
    }

    /** What {@link #evidence} wrote; empty for other evidence. */
    public static Optional<Candidate> of(Evidence evidence) {
      if (evidence.kind() != Evidence.Kind.CANDIDATE || evidence.details().size() != 3) {
        return Optional.empty();
      }
      List<String> details = evidence.details();
      return Optional.of(
          new Candidate(
              new RemotePost(details.get(0), WebAddress.given(details.get(1))),
              instant(details.get(2)),
              evidence.words()));
    }

    private static Optional<Instant> instant(String text) {
      try {
        return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
      } catch (DateTimeException notOurs) {
        return Optional.empty();
      }
    }
  }

  default <T> T match(
      Function<Found, T> found,
      Function<NotPublished, T> notPublished,
      Function<Undecided, T> undecided) {
    if (this instanceof Found f) {
      return found.apply(f);
    }
    if (this instanceof NotPublished n) {
      return notPublished.apply(n);
    }
    return undecided.apply((Undecided) this);
  }
}
