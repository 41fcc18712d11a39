package id.gaung.media;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A feature that shows media tells where; asked for many at once. */
@FunctionalInterface
public interface MediaUses {

  /**
   * Where it shows some of them; those that it shows nowhere are left out.
   *
   * @return one for each place
   */
  List<MediaUse> of(Set<UUID> mediaIds);

  /**
   * A place where a photo or a video is shown.
   *
   * @param kind of the place, such as {@code product}; a key below {@code media.use}
   * @param title of the place; empty if it has none
   * @param path where it is read
   */
  record MediaUse(UUID mediaId, String kind, String title, String path) {

    /** All of them in one place without a title. */
    public static List<MediaUse> all(Collection<UUID> mediaIds, String kind, String path) {
      return mediaIds.stream().map(id -> new MediaUse(id, kind, "", path)).toList();
    }
  }
}
