package id.gaung.media;

import id.gaung.kernel.Page;
import id.gaung.media.MediaUses.MediaUse;
import id.gaung.web.Form;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The list.
 *
 * @param uses where those on the page are shown
 * @param mostBytes of one file
 * @param form what was sent and refused
 */
public record LibraryListing(
    Page<MediaItem> rows,
    Map<UUID, List<MediaUse>> uses,
    Library.Tally tally,
    List<Library.Folder> folders,
    List<String> tags,
    LibraryFilter filter,
    Instant now,
    long mostBytes,
    Form form) {

  public int used(MediaItem item) {
    return uses.getOrDefault(item.id(), List.of()).size();
  }

  public LicenceBadge licence(MediaItem item) {
    return LicenceBadge.of(item, now);
  }

  /** The folder that is open. */
  public Optional<Library.Folder> folder() {
    return folders.stream()
        .filter(f -> filter.folder().filter(f.id()::equals).isPresent())
        .findFirst();
  }
}
