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
 * @param photos of which one may become the cover of a video
 * @param asked what they were searched by; empty if nobody searched
 */
public record LibraryShow(
    MediaItem item,
    List<MediaUse> uses,
    List<Library.Folder> folders,
    List<Crop> crops,
    LicenceBadge licence,
    Form form,
    List<MediaItem> photos,
    String asked) {

  public Map<String, String> networks() {
    Map<String, String> all = new LinkedHashMap<>();
    for (Network network : Network.all()) {
      all.put(network.path(), network.label());
    }
    return all;
  }

  /**
   * The folders to choose from.
   *
   * @param none stands for no folder
   */
  public Map<String, String> folderNames(String none) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("", none);
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

  /** Whether somebody looks for a cover among the photos of the library. */
  public boolean isChoosing() {
    return !asked.isEmpty() || form.error("cover").isPresent() || form.error("still").isPresent();
  }

  /** What a codec is called by people; its four letters where it has no such name. */
  public static String codec(String letters) {
    return switch (letters) {
      case "avc1", "avc3" -> "H.264";
      case "hvc1", "hev1" -> "H.265 (HEVC)";
      case "vp08" -> "VP8";
      case "vp09" -> "VP9";
      case "av01" -> "AV1";
      case "mp4a" -> "AAC";
      default -> letters;
    };
  }
}
