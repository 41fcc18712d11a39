package id.gaung.followup;

import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.followup.FollowUpDao.NewRow;
import id.gaung.followup.FollowUpDao.TroubledRow;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Problem;
import id.gaung.platform.PostOption;
import id.gaung.platform.RemotePost;
import id.gaung.publishing.FollowingWords;
import id.gaung.publishing.PostFollowUps;
import id.gaung.publishing.RenditionListener;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What follows posts: stored with the post's own end, in one transaction, for a post that we put
 * out ourselves.
 */
public final class FollowUps implements PostFollowUps, RenditionListener {

  static final Actor ACTOR = Actor.system("publishing");

  private final Foundation foundation;
  private final FollowUpDao dao;

  FollowUps(Foundation foundation, FollowUpDao dao) {
    this.foundation = foundation;
    this.dao = dao;
  }

  @Override
  public void published(List<PublishedRendition> renditions) {
    Instant now = foundation.clock().instant();
    List<NewRow> rows = new ArrayList<>();
    for (PublishedRendition one : renditions) {
      FollowingWords words = one.following();
      for (int i = 0; i < words.thread().size(); i++) {
        rows.add(
            row(
                one,
                PostOption.THREAD,
                i + 1,
                words.thread().get(i),
                i == 0 ? Optional.of(now) : Optional.empty()));
      }
      words
          .comment()
          .ifPresent(
              text -> rows.add(row(one, PostOption.FIRST_COMMENT, 1, text, Optional.of(now))));
    }
    if (!rows.isEmpty()) {
      dao.add(rows);
    }
  }

  private NewRow row(
      PublishedRendition of, PostOption kind, int number, String text, Optional<Instant> next) {
    return new NewRow(foundation.ids().next(), of.renditionId(), kind, number, text, next);
  }

  /** Nothing more is put under a post that is not there any more. */
  @Override
  public void gone(List<UUID> renditions) {
    renditions.forEach(rendition -> leaveOut(rendition, true, ACTOR));
  }

  /** What is not out does not come out any more. Joins the caller's transaction. */
  public void callOff(UUID rendition, Actor by) {
    leaveOut(rendition, false, by);
  }

  private void leaveOut(UUID rendition, boolean undecided, Actor by) {
    dao.callOff(rendition);
    int parts =
        dao.leaveOut(rendition, Optional.empty(), 1, undecided, foundation.clock().instant());
    if (parts > 0) {
      foundation
          .audit()
          .record(
              Change.of(by, "rendition.follow-ups-left-out", "rendition", rendition)
                  .with("parts", parts));
    }
  }

  /**
   * The parts of a post's thread that stand on its network, the last first. Comments go with their
   * post.
   *
   * @return by their own ids
   */
  public Map<UUID, RemotePost> standing(UUID renditionId) {
    Map<UUID, RemotePost> standing = new LinkedHashMap<>();
    rows(List.of(renditionId)).stream()
        .filter(row -> row.kind() == PostOption.THREAD && row.state() == State.OUT)
        .sorted(Comparator.comparingInt(FollowUpRow::number).reversed())
        .forEach(row -> row.post().ifPresent(post -> standing.put(row.id(), post)));
    return standing;
  }

  /** Whether something may come out under a post within the next minutes, or has unseen. */
  public boolean isAsking(UUID renditionId) {
    return rows(List.of(renditionId)).stream()
        .anyMatch(row -> row.state() != State.WAITING && row.nextAt().isPresent());
  }

  /** It was taken away with its post. Joins the caller's transaction. */
  public void removed(UUID id) {
    dao.removed(id, foundation.clock().instant());
  }

  /** What followed a post that was taken away stands no more. Joins the caller's transaction. */
  public void removedWith(UUID renditionId) {
    dao.removedWith(renditionId, foundation.clock().instant());
  }

  /**
   * @throws Problem not found
   */
  FollowUp get(UUID id) {
    return dao.find(id).map(FollowUpRow::view).orElseThrow(Problem::notFound);
  }

  /**
   * @throws Problem not found
   */
  UUID renditionOf(UUID id) {
    return dao.find(id).map(FollowUpRow::renditionId).orElseThrow(Problem::notFound);
  }

  private List<FollowUpRow> rows(Collection<UUID> renditionIds) {
    return renditionIds.isEmpty() ? List.of() : dao.of(renditionIds);
  }

  @Override
  public Map<UUID, List<FollowUp>> of(Collection<UUID> renditionIds) {
    Map<UUID, List<FollowUp>> all = new LinkedHashMap<>();
    rows(renditionIds)
        .forEach(
            row -> all.computeIfAbsent(row.renditionId(), id -> new ArrayList<>()).add(row.view()));
    return all;
  }

  /**
   * Renditions under which something asks for a person.
   *
   * @param total how many there are, of which some are named
   */
  public record Troubled(List<UUID> renditionIds, long total) {}

  public Troubled troubled(int limit) {
    List<TroubledRow> rows = dao.troubled(limit);
    return new Troubled(
        rows.stream().map(TroubledRow::renditionId).toList(),
        rows.isEmpty() ? 0 : rows.get(0).total());
  }
}
