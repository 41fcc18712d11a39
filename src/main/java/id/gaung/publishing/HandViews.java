package id.gaung.publishing;

import id.gaung.channel.Channel;
import id.gaung.identity.People;
import id.gaung.kernel.Role;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What pages tell of accounts whose posts a person puts out. */
public final class HandViews {

  private final People people;
  private Optional<HandPosts> hand = Optional.empty();

  HandViews(People people) {
    this.people = people;
  }

  /** Called while wiring. */
  void of(HandPosts posts) {
    hand = Optional.of(posts);
  }

  /** Who puts posts out, by channel; one without such a person is left out. */
  Map<UUID, String> responsible(Collection<Channel> channels) {
    Map<UUID, UUID> ids = new HashMap<>();
    channels.stream()
        .filter(Channel::isByHand)
        .forEach(channel -> channel.responsibleId().ifPresent(id -> ids.put(channel.id(), id)));
    if (ids.isEmpty()) {
      return Map.of();
    }
    Map<UUID, String> names = people.names(Set.copyOf(ids.values()));
    return ids.entrySet().stream()
        .collect(
            Collectors.toMap(Map.Entry::getKey, one -> names.getOrDefault(one.getValue(), "")));
  }

  /** Who puts posts out, by rendition: whoever has it as a task, else their account's person. */
  Map<UUID, String> holders(Collection<RenditionRow> rows, Map<UUID, Channel> channels) {
    Map<UUID, String> own = responsible(channels.values());
    List<RenditionRow> open =
        rows.stream()
            .filter(row -> row.state().isUnderWay() && own.containsKey(row.channelId()))
            .toList();
    if (open.isEmpty()) {
      return Map.of();
    }
    List<UUID> ids = open.stream().map(RenditionRow::id).toList();
    Map<UUID, HandTasks.HandTask> tasks = hand.map(posts -> posts.tasks().of(ids)).orElse(Map.of());
    return open.stream()
        .collect(
            Collectors.toMap(
                RenditionRow::id,
                row ->
                    Optional.ofNullable(tasks.get(row.id()))
                        .map(HandTasks.HandTask::person)
                        .orElseGet(() -> own.get(row.channelId()))));
  }

  /** Of the accounts of one post; nothing is asked where Gaung publishes on all of them. */
  HandNotes notes(List<UUID> renditionIds, Collection<Channel> channels) {
    Optional<HandPosts> known = hand.filter(posts -> channels.stream().anyMatch(Channel::isByHand));
    return new HandNotes(
        known.map(posts -> posts.tasks().of(renditionIds)).orElse(Map.of()),
        known.map(posts -> posts.proofs(renditionIds)).orElse(Map.of()),
        responsible(channels),
        known.map(posts -> people.choices(Role.STAFF, Role.ADMIN)).orElse(Map.of()));
  }

  /**
   * What a post's page tells of its accounts by hand.
   *
   * @param tasks by rendition
   * @param proofs photos that show a rendition to be out, by rendition
   * @param responsible names of those who put posts out, by channel
   * @param people to whom a task may be given, by id
   */
  public record HandNotes(
      Map<UUID, HandTasks.HandTask> tasks,
      Map<UUID, UUID> proofs,
      Map<UUID, String> responsible,
      Map<String, String> people) {

    /** Whose task it is; empty while it is nobody's yet, or if it never was one. */
    public Optional<HandTasks.HandTask> task(RenditionCard card) {
      return Optional.ofNullable(tasks.get(card.row().id()));
    }

    /** Whoever puts the account's posts out; empty where Gaung does. */
    public Optional<String> responsible(RenditionCard card) {
      return Optional.ofNullable(responsible.get(card.channel().id()));
    }

    /** A photo of it, where it shows that the post is out. */
    public Optional<UUID> proof(RenditionCard card) {
      return Optional.ofNullable(proofs.get(card.row().id()));
    }

    /** Whether it waits for a person, who may be another one. */
    public boolean mayGive(RenditionCard card) {
      boolean waits =
          switch (card.row().state()) {
            case HANDED_OVER, MISSED, SCHEDULED -> true;
            default -> false;
          };
      return waits && card.mayChange() && !card.ended() && task(card).isPresent();
    }

    /** To whom. */
    public Map<String, String> others(HandTasks.HandTask task) {
      Map<String, String> others = new LinkedHashMap<>(people);
      others.remove(task.personId().toString());
      return others;
    }

    /** Whether it is out without an address, which may still be given. */
    public boolean mayAddress(RenditionCard card) {
      return card.mayChange()
          && card.row().state() == RenditionState.PUBLISHED
          && card.row().remoteId().filter(HandAddresses::isUnnamed).isPresent();
    }

    /** Whether staff may say that it is gone. */
    public boolean mayMarkGone(RenditionCard card) {
      return card.mayChange()
          && card.channel().isByHand()
          && card.row().state() == RenditionState.PUBLISHED;
    }

    /** Whether they may take that back. */
    public boolean mayMarkStanding(RenditionCard card) {
      return card.mayChange()
          && card.channel().isByHand()
          && card.row().state() == RenditionState.REMOVED;
    }
  }

  /** Whose tasks posts by hand are, as another feature knows it. */
  @FunctionalInterface
  public interface HandTasks {

    /** Knows of no task. */
    HandTasks NONE = renditions -> Map.of();

    /** By rendition; one that is in no task is left out. */
    Map<UUID, HandTask> of(Collection<UUID> renditionIds);

    /**
     * A post that a person puts out.
     *
     * @param since when it became theirs
     * @param givenBy who gave it to them; empty where they are responsible for the account
     * @param refused why they cannot, if they said so
     */
    record HandTask(
        UUID taskId,
        UUID personId,
        String person,
        Instant since,
        Optional<String> givenBy,
        Optional<String> refused) {}
  }
}
