package id.gaung.platform.youtube;

import id.gaung.platform.PostAddress;
import id.gaung.platform.PostAddress.Why;
import id.gaung.platform.WebAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is at an address of YouTube. */
final class VideoAddresses {

  private static final List<String> HOSTS =
      List.of("www.youtube.com", "youtu.be", "music.youtube.com", "www.youtube-nocookie.com");

  private static final Pattern VIDEO = Pattern.compile("[A-Za-z0-9_-]{11}");

  private static final Pattern PATH =
      Pattern.compile("/(?:(?:shorts|live|embed|v|e)/)?(" + VIDEO + ")(?:/.*)?");

  private static final Pattern CHANNEL_ID = Pattern.compile("UC[A-Za-z0-9_-]{22}");

  private static final Pattern CHANNEL =
      Pattern.compile("/(?:@|c/|user/)([^/]+)(?:/.*)?|/channel/[^/]+(?:/.*)?");

  private VideoAddresses() {}

  static boolean isChannelId(String text) {
    return CHANNEL_ID.matcher(text).matches();
  }

  /** The best known one first. */
  static List<URI> sites(URI web) {
    return Stream.concat(Stream.of(web), HOSTS.stream().map(host -> URI.create("https://" + host)))
        .distinct()
        .toList();
  }

  /**
   * {@code watch?v=}, {@code youtu.be}, shorts and live videos are one post, kept as the first. An
   * address does not say whose video it is.
   */
  static PostAddress read(URI web, String pasted) {
    return PostAddress.readWhole(
        pasted, sites(web), (site, path, given) -> at(web, site, path, given));
  }

  private static PostAddress at(URI web, URI site, String path, URI given) {
    // Whoever's it is: a channel has a name and an id, and its address is that of no video.
    if (CHANNEL.matcher(path).matches()) {
      return PostAddress.wrong(Why.PROFILE);
    }
    Optional<String> named = WebAddress.query(given, "v").filter(id -> VIDEO.matcher(id).matches());
    Matcher bare = PATH.matcher(path);
    // "/playlist-name" has eleven letters, too: only the short site has ids right behind its name.
    boolean byPath =
        bare.matches() && (site.getHost().equals("youtu.be") || path.indexOf('/', 1) > 0);
    return named
        .or(() -> byPath ? Optional.of(bare.group(1)) : Optional.empty())
        .map(id -> PostAddress.named(id, web, "/watch?v=" + id, true))
        .orElseGet(() -> PostAddress.wrong(Why.NO_POST));
  }
}
