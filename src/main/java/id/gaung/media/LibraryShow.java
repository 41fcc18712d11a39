package id.gaung.media;

import id.gaung.kernel.Network;
import id.gaung.media.MediaUses.MediaUse;
import id.gaung.web.Form;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One of them.
 *
 * @param uses where it is shown
 * @param form what people say about it
 */
public record LibraryShow(
    MediaItem item,
    List<MediaUse> uses,
    List<Library.Folder> folders,
    List<Crop> crops,
    LicenceBadge licence,
    Form form) {

  public Map<String, String> networks() {
    Map<String, String> all = new LinkedHashMap<>();
    for (Network network : Network.all()) {
      all.put(network.path(), network.label());
    }
    return all;
  }

  public Map<String, String> folderNames() {
    Map<String, String> all = new LinkedHashMap<>();
    folders.forEach(f -> all.put(f.id().toString(), f.name()));
    return all;
  }

  /** The crop of that shape as it was chosen, or the middle of the picture. */
  public Crop crop(String ratio) {
    return crops.stream()
        .filter(c -> c.ratio().equals(ratio))
        .findFirst()
        .orElseGet(() -> Crop.of(ratio, item.width(), item.height(), 100, 50, 50));
  }

  public boolean isChosen(String ratio) {
    return crops.stream().anyMatch(c -> c.ratio().equals(ratio));
  }
}
