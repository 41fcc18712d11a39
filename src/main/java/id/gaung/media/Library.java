package id.gaung.media;

import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Page;
import id.gaung.kernel.PageRequest;
import id.gaung.kernel.Permissions;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.kernel.Typed;
import id.gaung.kernel.Wita;
import id.gaung.media.LibraryDao.Asked;
import id.gaung.media.LibraryDao.Changed;
import id.gaung.media.LibraryDao.ListedItem;
import id.gaung.media.MediaUses.MediaUse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The media library: photos and videos in folders, with what people say about them. Whoever shows
 * media asks here what they are; {@link Photos} makes the pictures.
 */
public final class Library {

  /** How many stand on a page of the list. */
  static final int PAGE = 24;

  /** A licence that ends within so many days is told of. */
  static final Duration SOON = Duration.ofDays(30);

  private static final int MOST_TAGS = 60;
  private static final int CHOICES = 10;

  private final Foundation on;
  private final MediaStorage storage;
  private final MediaPlaces places;
  private final MediaCleaning cleaning;
  private final LibraryDao dao;

  Library(Foundation on, MediaStorage storage, MediaPlaces places, MediaCleaning cleaning) {
    this.on = on;
    this.storage = storage;
    this.places = places;
    this.cleaning = cleaning;
    this.dao = on.jdbi().onDemand(LibraryDao.class);
    places.add(dao::covered);
  }

  /** Those of that kind that there are, in one query. */
  public Map<UUID, MediaItem> find(Collection<UUID> ids) {
    return ids.isEmpty()
        ? Map.of()
        : dao.find(ids).stream().collect(Collectors.toMap(MediaItem::id, Function.identity()));
  }

  /** Those whose licence ends, or covers some networks alone. */
  public Map<UUID, MediaItem> limited() {
    return dao.limited().stream().collect(Collectors.toMap(MediaItem::id, Function.identity()));
  }

  public Optional<MediaItem> find(UUID id) {
    return Optional.ofNullable(find(List.of(id)).get(id));
  }

  /**
   * Opens the kept bytes from a place on; the caller closes.
   *
   * @param from in bytes, from 0
   * @param length how many bytes follow at most
   * @throws UncheckedIOException if the file cannot be reached
   */
  public InputStream open(MediaItem item, long from, long length) {
    try {
      return storage.open(item.sha256(), from, length);
    } catch (IOException away) {
      throw new UncheckedIOException(away);
    }
  }

  /** Where each of them is shown; those that nothing shows are left out. */
  public Map<UUID, List<MediaUse>> uses(Collection<UUID> ids) {
    return places.of(ids);
  }

  /** The newest that were put into the library on purpose, stills left out. */
  public List<MediaItem> newest(int most) {
    return dao.newest(most);
  }

  Page<MediaItem> page(LibraryFilter filter, int number) {
    PageRequest asked = new PageRequest(number, PAGE);
    Instant now = on.clock().instant();
    List<ListedItem> rows =
        dao.page(
            new Asked(
                filter.folder(),
                filter.kind(),
                filter.tag(),
                filter.like(),
                filter.search(),
                filter.bare(),
                filter.licence(),
                filter.sort().name(),
                now,
                now.plus(SOON),
                asked.size(),
                asked.offset()));
    return asked.page(
        rows.stream().map(ListedItem::item).toList(), rows.isEmpty() ? 0 : rows.get(0).total());
  }

  /** The newest photos, or those that a search finds; of either the first. */
  List<MediaItem> photos(String search) {
    LibraryFilter filter =
        new LibraryFilter(
            Optional.empty(), "PHOTO", "", false, "", search, LibraryFilter.Sort.NEWEST);
    return page(filter, 1).rows().stream().limit(CHOICES).toList();
  }

  Tally tally() {
    Instant now = on.clock().instant();
    return dao.tally(now, now.plus(SOON));
  }

  List<Folder> folders() {
    return dao.folders();
  }

  List<String> tags() {
    return dao.tags(MOST_TAGS);
  }

  List<Crop> crops(UUID id) {
    return dao.crops(id);
  }

  Instant now() {
    return on.clock().instant();
  }

  /** Makes a folder; its name is used once. */
  UUID createFolder(Actor by, String typed) {
    Permissions.require(by, Role.STAFF);
    String name = Typed.name(typed);
    if (name.isEmpty() || name.length() > 80) {
      throw Problem.invalid("name", name.isEmpty() ? "field.required" : "field.too-long", "80");
    }
    return on.transactions()
        .call(
            () -> {
              if (dao.hasFolder(name)) {
                throw Problem.invalid("name", "media.folder.there");
              }
              UUID id = on.ids().next();
              dao.addFolder(id, name, on.clock().instant());
              on.audit()
                  .record(
                      Change.of(by, "media.folder-made", "media_folder", id).with("name", name));
              return id;
            });
  }

  /** Writes down what people say about one; it then stays although nothing shows it. */
  void change(Actor by, UUID id, ChangeItem change) {
    Permissions.require(by, Role.STAFF);
    on.transactions()
        .run(
            () -> {
              MediaItem before = dao.lock(id).orElseThrow(Problem::notFound);
              if (dao.change(changed(before, change)) == 0) {
                throw Problem.stale();
              }
              on.audit().record(Change.of(by, "photo.described", "photo", id));
            });
  }

  private Changed changed(MediaItem before, ChangeItem change) {
    return new Changed(
        before.id(),
        change.version(),
        Typed.name(change.title()),
        Typed.clean(change.altText()).strip(),
        Typed.name(change.maker()),
        Typed.clean(change.licence()).strip(),
        // It holds on its last day, to the end.
        change.licenceEnds().map(last -> Wita.startOf(last.plusDays(1))),
        LibraryFilter.networks(change.networks()),
        LibraryFilter.tags(change.tags()),
        change.folderId());
  }

  /** The picture that stands for a video: another one of the library. */
  public void cover(Actor by, UUID id, UUID pictureId) {
    Permissions.require(by, Role.STAFF);
    on.transactions()
        .run(
            () -> {
              MediaItem video = dao.lock(id).orElseThrow(Problem::notFound);
              MediaItem picture = find(pictureId).orElseThrow(Problem::notFound);
              if (!video.isVideo() || picture.isVideo()) {
                throw Problem.invalid("cover", "media.cover.picture");
              }
              dao.cover(id, pictureId);
              on.audit()
                  .record(Change.of(by, "photo.covered", "photo", id).with("cover", pictureId));
            });
  }

  /** As {@link #cover}, with a picture taken out of the video, which is listed nowhere else. */
  void coverStill(Actor by, UUID id, UUID stillId) {
    on.transactions()
        .run(
            () -> {
              cover(by, id, stillId);
              dao.still(stillId);
            });
  }

  /** Keeps the part of a photo that is shown in that shape, or forgets it. */
  void crop(Actor by, UUID id, String ratio, Optional<Crop> crop) {
    Permissions.require(by, Role.STAFF);
    if (!Crop.RATIOS.contains(ratio) || crop.filter(c -> !c.isWithin()).isPresent()) {
      throw Problem.invalid("ratio", "media.crop.outside");
    }
    on.transactions()
        .run(
            () -> {
              if (dao.lock(id).filter(i -> !i.isVideo()).isEmpty()) {
                throw Problem.notFound();
              }
              crop.ifPresentOrElse(
                  c -> dao.keepCrop(id, ratio, c.x(), c.y(), c.width(), c.height()),
                  () -> dao.removeCrop(id, ratio));
              on.audit().record(Change.of(by, "photo.cropped", "photo", id).with("ratio", ratio));
            });
  }

  /**
   * Deletes one for good.
   *
   * @throws Problem conflict, with where, if something shows it
   */
  void delete(Actor by, UUID id) {
    Permissions.require(by, Role.STAFF);
    on.transactions()
        .run(
            () -> {
              MediaItem item = dao.lock(id).orElseThrow(Problem::notFound);
              List<MediaUse> uses = places.of(List.of(id)).getOrDefault(id, List.of());
              if (!uses.isEmpty()) {
                MediaUse first = uses.get(0);
                throw Problem.conflict(
                    "media.in-use",
                    item.name(),
                    Integer.toString(uses.size()),
                    first.title().isBlank() ? first.path() : first.title());
              }
              cleaning.delete(by, id);
            });
  }

  /** A folder with how many things are in it. */
  public record Folder(UUID id, String name, long items) {}

  /** How many there are, and how many of them need something. */
  public record Tally(long photos, long videos, long ending, long over, long bare) {}
}
