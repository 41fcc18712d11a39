package id.gaung.platform.youtube;

import id.gaung.kernel.Network;
import java.util.List;
import java.util.Optional;

/** YouTube, where people of the city have accounts. */
public final class YouTubeNetwork extends Network {

  public YouTubeNetwork() {
    super(
        new Naming(
            "YOUTUBE",
            "YouTube",
            40,
            "RaniKuliner",
            "[\\p{L}\\p{N}._·-]{3,30}",
            List.of("youtube.com")));
  }

  @Override
  public String address(String account) {
    return "https://www.youtube.com/@" + account;
  }

  @Override
  protected Optional<String> onPage(String host, String path) {
    return super.onPage(host, path.replaceFirst("^(?:c|user)/", ""));
  }
}
