package id.gaung.publishing;

import id.gaung.kernel.Tone;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a post stands as one thing, from how it stands on each of its accounts. It is out when at
 * least one account shows it. Accounts on which it was called off do not count, unless it was
 * called off on all.
 *
 * @param rows of one post, at least one
 * @param followUps what follows it by itself on all of them
 */
public record PostStanding(List<RenditionRow> rows, List<PostFollowUps.FollowUp> followUps) {

  private static final Set<RenditionState> ENDED =
      EnumSet.of(
          RenditionState.PUBLISHED,
          RenditionState.FAILED,
          RenditionState.MISSED,
          RenditionState.CANCELLED,
          RenditionState.REMOVED);

  /** Of the post alone, without what follows it. */
  public PostStanding(List<RenditionRow> rows) {
    this(rows, List.of());
  }

  public PostStanding {
    followUps = List.copyOf(followUps);
    List<RenditionRow> standing =
        rows.stream().filter(row -> row.state() != RenditionState.CANCELLED).toList();
    rows = standing.isEmpty() ? List.copyOf(rows) : standing;
  }

  /** On how many accounts it is to be, or is, or was. */
  public long accounts() {
    return rows.size();
  }

  /** How many accounts show it. */
  public long out() {
    return rows.stream().filter(row -> row.state() == RenditionState.PUBLISHED).count();
  }

  public boolean isOut() {
    return out() > 0;
  }

  /** Whether some accounts show it and others do not. */
  public boolean isPartlyOut() {
    return isOut() && out() < accounts();
  }

  /** The account on which it stands worst, which speaks for it unless it is out. */
  public RenditionRow worst() {
    return rows.stream()
        .max(
            Comparator.comparingInt((RenditionRow row) -> weight(row.tone()))
                .thenComparing(RenditionRow::dueAt, Comparator.reverseOrder()))
        .orElseThrow();
  }

  /** On how many accounts it stands as badly as on the worst. */
  public long asWorst() {
    String key = worst().stateKey();
    return rows.stream().filter(row -> row.stateKey().equals(key)).count();
  }

  /** The account that stands for it in a word. */
  public RenditionRow lead() {
    return rows.stream()
        .filter(row -> row.state() == RenditionState.PUBLISHED)
        .findFirst()
        .orElseGet(this::worst);
  }

  /** When it is due where it is due first. */
  public Instant at() {
    return rows.stream().map(RenditionRow::dueAt).min(Comparator.naturalOrder()).orElseThrow();
  }

  /** Since when the first account shows it; when it is due if none does. */
  public Instant since() {
    return rows.stream()
        .flatMap(row -> row.publishedAt().stream())
        .min(Comparator.naturalOrder())
        .orElseGet(this::at);
  }

  /** Whether nothing more happens to it unless a person does something. */
  public boolean isFinal() {
    return rows.stream().allMatch(row -> ENDED.contains(row.state()) || row.needsDecision())
        && followUps.stream().noneMatch(PostFollowUps.FollowUp::isUnderWay);
  }

  /** Whether it came to nothing on some account, and a person may give it a new time there. */
  public boolean isMissed() {
    return rows.stream().anyMatch(row -> row.state().isRetriable());
  }

  /** Tells one standing from another: states, times and versions of all accounts. */
  public String digest() {
    return Integer.toHexString(
        Stream.concat(
                rows.stream()
                    .map(
                        row -> Objects.hash(row.id(), row.version(), row.stateKey(), row.nextAt())),
                followUps.stream().map(one -> Objects.hash(one.id(), one.state(), one.nextAt())))
            .toList()
            .hashCode());
  }

  static int weight(Tone tone) {
    return switch (tone) {
      case BAD -> 4;
      case WAIT -> 3;
      case PLAIN -> 2;
      case INFO -> 1;
      case GOOD -> 0;
    };
  }
}
