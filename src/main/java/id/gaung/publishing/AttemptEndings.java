package id.gaung.publishing;

import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.collaboration.Deliverables;
import id.gaung.platform.Failure;
import id.gaung.platform.RemotePost;
import id.gaung.publishing.AttemptJournal.Entry;
import id.gaung.publishing.JournalDao.AdvanceRow;
import id.gaung.publishing.JournalDao.OutcomeRow;
import id.gaung.publishing.RenditionListener.HandedRendition;
import id.gaung.publishing.RenditionListener.PublishedRendition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Stores how far attempts came and how they ended, and tells who wants to know. */
final class AttemptEndings {

  private final JournalDao dao;
  private final ChannelPostsDao posts;
  private final PostEnds ends;
  private final Foundation foundation;
  private final LeaseOwner owner;
  private final Deliverables deliverables;
  private final List<RenditionListener> listeners;

  AttemptEndings(
      Foundation foundation,
      JournalDao dao,
      ChannelPostsDao posts,
      PostEnds ends,
      LeaseOwner owner,
      Deliverables deliverables,
      List<RenditionListener> listeners) {
    this.dao = dao;
    this.posts = posts;
    this.ends = ends;
    this.foundation = foundation;
    this.owner = owner;
    this.deliverables = deliverables;
    // Not copied: features above are built later and add themselves.
    this.listeners = listeners;
  }

  void advance(List<Entry.Advance> advances) {
    List<AdvanceRow> rows =
        advances.stream()
            .map(a -> new AdvanceRow(a.item.id(), a.number, a.checkpoint.values()))
            .toList();
    List<UUID> ids = rows.stream().map(AdvanceRow::id).toList();
    Set<UUID> ours = new HashSet<>(dao.advance(owner.name(), ids, Rows.of(rows)));
    advances.forEach(a -> a.answer(ours.contains(a.item.id())));
  }

  void finish(List<Entry.Finish> finishes) {
    Instant now = foundation.clock().instant();
    withoutTwins(finishes, now);
    String rows =
        Rows.of(
            finishes.stream().map(f -> OutcomeRow.of(f.item.id(), f.number, f.verdict)).toList());
    List<UUID> ids = finishes.stream().map(f -> f.item.id()).toList();
    Set<UUID> ours = new HashSet<>(dao.finish(owner.name(), ids, rows, now));
    List<Entry.Finish> counted = new ArrayList<>();
    for (Entry.Finish finish : finishes) {
      boolean counts = ours.contains(finish.item.id());
      finish.answer(counts);
      if (counts) {
        counted.add(finish);
      }
    }
    counted.forEach(this::audit);
    tell(counted.stream().filter(f -> f.verdict.post().isPresent()).toList());
    handOver(
        counted.stream().filter(f -> f.verdict.state() == RenditionState.HANDED_OVER).toList());
    ends.missed(ended(counted, RenditionState.MISSED), owner.actor());
    ends.failed(ended(counted, RenditionState.FAILED), owner.actor());
  }

  private static List<PostEnds.Ended> ended(List<Entry.Finish> counted, RenditionState as) {
    return counted.stream()
        .filter(f -> f.verdict.state() == as)
        .map(
            f ->
                new PostEnds.Ended(
                    f.item.id(),
                    f.item.rendition().postId(),
                    f.verdict.failure().map(Failure::kind).map(Enum::name)))
        .toList();
  }

  /** What would take the remote id of another rendition of its channel is no success. */
  private void withoutTwins(List<Entry.Finish> finishes, Instant now) {
    List<Entry.Finish> out = finishes.stream().filter(f -> f.verdict.post().isPresent()).toList();
    if (out.isEmpty()) {
      return;
    }
    posts.lock(out.stream().map(f -> f.item.channelId()).toList());
    List<ClaimRow> claims =
        out.stream()
            .map(
                f ->
                    new ClaimRow(
                        f.item.id(), f.item.channelId(), f.verdict.post().orElseThrow().remoteId()))
            .toList();
    Set<UUID> late =
        new HashSet<>(
            dao.claimsTooLate(claims.stream().map(ClaimRow::id).toList(), Rows.of(claims)));
    Set<List<Object>> seen = new HashSet<>();
    for (Entry.Finish f : out) {
      RemotePost post = f.verdict.post().orElseThrow();
      boolean first = seen.add(List.of(f.item.channelId(), post.remoteId()));
      if (!first || late.contains(f.item.id())) {
        f.verdict = OutcomeRules.held(f.item.rendition(), post, now);
      }
    }
  }

  /** A remote id that an attempt found. */
  private record ClaimRow(UUID id, UUID channelId, String remoteId) {}

  private void audit(Entry.Finish finish) {
    RenditionState before =
        finish.item.rendition().isLookUp() ? RenditionState.UNCERTAIN : RenditionState.PUBLISHING;
    RenditionState after = finish.verdict.state();
    if (before == after) {
      return;
    }
    Change change =
        Change.of(owner.actor(), Changes.action(after), "rendition", finish.item.id())
            .moving(before, after)
            .with("attempt", finish.number);
    Optional<String> why = finish.verdict.failure().map(Failure::kind).map(Enum::name);
    change = why.isPresent() ? change.with("why", why.get()) : change;
    foundation
        .audit()
        .record(
            finish.verdict.post().isPresent()
                ? change.with("remoteId", finish.verdict.post().get().remoteId())
                : change);
  }

  private void handOver(List<Entry.Finish> handed) {
    if (!handed.isEmpty()) {
      List<HandedRendition> news =
          handed.stream()
              .map(
                  f ->
                      new HandedRendition(
                          f.item.id(), f.item.rendition().postId(), f.item.channelId()))
              .toList();
      listeners.forEach(listener -> listener.handedOver(news));
    }
  }

  private void tell(List<Entry.Finish> published) {
    if (published.isEmpty()) {
      return;
    }
    List<PublishedRendition> news =
        published.stream()
            .map(
                f ->
                    new PublishedRendition(
                        f.item.id(),
                        f.item.channelId(),
                        f.verdict.publishedAt().orElseThrow(),
                        f.verdict.post().orElseThrow(),
                        FollowingWords.of(f.item.rendition().options())))
            .toList();
    Set<UUID> live = new HashSet<>();
    published.forEach(f -> f.item.rendition().deliverableId().ifPresent(live::add));
    if (!live.isEmpty()) {
      deliverables.live(live, owner.actor());
    }
    listeners.forEach(listener -> listener.published(news));
  }
}
