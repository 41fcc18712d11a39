package id.gaung.media;

import id.gaung.media.MediaUses.MediaUse;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What the features say of the media they show. */
final class MediaPlaces {

  private final List<MediaUses> uses = new CopyOnWriteArrayList<>();
  private final List<UnaryOperator<Set<UUID>>> open = new CopyOnWriteArrayList<>();

  void add(MediaUses more) {
    uses.add(more);
  }

  void addOpen(UnaryOperator<Set<UUID>> published) {
    open.add(published);
  }

  /** Where each of them is shown; those that nothing shows are left out. */
  Map<UUID, List<MediaUse>> of(Collection<UUID> ids) {
    Set<UUID> asked = Set.copyOf(ids);
    return asked.isEmpty()
        ? Map.of()
        : uses.stream()
            .flatMap(use -> use.of(asked).stream())
            .collect(Collectors.groupingBy(MediaUse::mediaId));
  }

  Set<UUID> unused(Collection<UUID> ids) {
    Set<UUID> unused = new HashSet<>(ids);
    unused.removeAll(of(ids).keySet());
    return unused;
  }

  /** Whether everybody can see it already. */
  boolean isPublic(UUID id) {
    return open.stream().anyMatch(shown -> !shown.apply(Set.of(id)).isEmpty());
  }
}
