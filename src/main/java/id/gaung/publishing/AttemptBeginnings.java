package id.gaung.publishing;

import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.channel.OpenChannel;
import id.gaung.kernel.Actor;
import id.gaung.publishing.AttemptJournal.Entry;
import id.gaung.publishing.JournalDao.AttemptRow;
import id.gaung.publishing.JournalDao.Ready;
import id.gaung.publishing.JournalDao.TurnRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Opens attempts, after the checks of the last moment: whatever a person stopped, paused or
 * disconnected until here does not go out. One question of each kind for all entries together.
 */
final class AttemptBeginnings {

  private static final String LOOK_UP = "LOOK_UP";

  /** What the channel published longer ago may no longer be the newest there. */
  private static final Duration NEWEST = Duration.ofMinutes(10);

  private final JournalDao dao;
  private final PublishPreconditions lastMoment;
  private final Foundation foundation;
  private final LeaseOwner owner;
  private final PublishingRules rules;
  private final PostEnds ends;

  AttemptBeginnings(
      Foundation foundation,
      JournalDao dao,
      PublishPreconditions lastMoment,
      LeaseOwner owner,
      PublishingRules rules,
      PostEnds ends) {
    this.dao = dao;
    this.lastMoment = lastMoment;
    this.foundation = foundation;
    this.owner = owner;
    this.rules = rules;
    this.ends = ends;
  }

  void begin(List<Entry.Begin> begins) {
    Instant now = foundation.clock().instant();
    Map<UUID, Ready> ready = new HashMap<>();
    for (Ready r :
        dao.lockReady(
            owner.name(), begins.stream().map(b -> b.item.id()).toList(), now.minus(NEWEST))) {
      ready.put(r.id(), r);
    }
    PublishPreconditions.Facts facts =
        lastMoment.ask(begins.stream().map(b -> b.item.rendition()).toList());
    List<AttemptRow> attempts = new ArrayList<>();
    List<TurnRow> turned = new ArrayList<>();
    for (Entry.Begin begin : begins) {
      Ready row = ready.get(begin.item.id());
      if (row == null) {
        begin.answer(Optional.empty());
        continue;
      }
      Optional<TurnRow> turn = facts.against(begin.item, row, now);
      if (turn.isPresent()) {
        turned.add(turn.get());
        begin.answer(Optional.empty());
        audit(row, turn.get());
      } else {
        attempts.add(open(begin, row, facts.open(begin.item.channelId()), now));
      }
    }
    write(attempts, turned, now);
    Set<UUID> cancelled =
        turned.stream()
            .filter(t -> t.state() == RenditionState.CANCELLED)
            .map(TurnRow::id)
            .collect(Collectors.toSet());
    ends.calledOff(
        begins.stream()
            .filter(b -> cancelled.contains(b.item.id()))
            .map(
                b ->
                    new PostEnds.Ended(
                        b.item.id(), b.item.rendition().postId(), Optional.of("CAMPAIGN_OVER")))
            .toList(),
        owner.actor());
  }

  private AttemptRow open(Entry.Begin begin, Ready row, OpenChannel channel, Instant now) {
    int number = row.attempts() + 1;
    begin.answer(
        Optional.of(
            new Entry.Begun(
                channel,
                number,
                row.firstAttemptAt().orElse(now),
                now.plus(rules.lease()),
                row.newest())));
    boolean lookUp = row.state() == RenditionState.UNCERTAIN;
    if (!lookUp) {
      foundation
          .audit()
          .record(
              Change.of(owner.actor(), "rendition.publishing", "rendition", row.id())
                  .moving(row.state(), RenditionState.PUBLISHING)
                  .with("attempt", number));
    }
    return new AttemptRow(
        foundation.ids().next(),
        row.id(),
        number,
        lookUp ? LOOK_UP : "PUBLISH",
        begin.item.payloadHash());
  }

  private void write(List<AttemptRow> attempts, List<TurnRow> turned, Instant now) {
    if (!attempts.isEmpty()) {
      String rows = Rows.of(attempts);
      List<UUID> ids = attempts.stream().map(AttemptRow::renditionId).toList();
      if (attempts.stream().anyMatch(a -> a.kind().equals(LOOK_UP))) {
        dao.closeLookUps(ids, rows, now);
      }
      dao.begin(ids, rows, owner.name(), now, now.plus(rules.lease()));
    }
    if (!turned.isEmpty()) {
      dao.turn(turned.stream().map(TurnRow::id).toList(), Rows.of(turned));
    }
  }

  private void audit(Ready before, TurnRow turn) {
    if (before.state() != turn.state()) {
      Actor actor = owner.actor();
      Change change =
          Change.of(actor, Changes.action(turn.state()), "rendition", turn.id())
              .moving(before.state(), turn.state());
      foundation.audit().record(turn.reason().map(r -> change.with("reason", r)).orElse(change));
    }
  }
}
