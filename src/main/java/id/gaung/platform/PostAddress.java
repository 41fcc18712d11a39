package id.gaung.platform;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the address that a person gave for a post of an account names. */
public sealed interface PostAddress {

  /**
   * A post of that account, as far as an address can tell.
   *
   * @param post with its address as it is kept, whatever was pasted
   * @param readable whether the id in the address is the one by which the network's counts are read
   */
  record Named(RemotePost post, boolean readable) implements PostAddress {}

  /** Something else. */
  record Wrong(Why why) implements PostAddress {}

  /** Why an address is not taken. */
  enum Why {
    /** No web address at all. */
    NO_ADDRESS,
    OTHER_NETWORK,
    OTHER_ACCOUNT,
    /** The account's page, not one of its posts. */
    PROFILE,
    /** An invitation to the account, which names none of its posts. */
    INVITATION,
    /** On the network, but no post that people could open. */
    NO_POST,
    /** What another server of the network shows of the post; only its own address names it. */
    COPY,
    /** A short address of the network that did not tell where it leads. */
    SHORT
  }

  /** How a network reads a whole address on one of its sites: some name posts in the query. */
  @FunctionalInterface
  interface WholeReader {
    PostAddress read(URI site, String path, URI given);
  }

  Pattern SCHEME = Pattern.compile("(?i)https?://.*");

  /** How a network reads the path of an address on one of its sites. */
  @FunctionalInterface
  interface Reader {
    PostAddress read(URI site, String path);
  }

  static PostAddress wrong(Why why) {
    return new Wrong(why);
  }

  /** A post whose address as it is kept is on that site. */
  static PostAddress named(String remoteId, URI site, String path, boolean readable) {
    return new Named(
        new RemotePost(remoteId, Optional.of(URI.create(WebAddress.site(site) + path))), readable);
  }

  /**
   * Reads what was pasted: with or without the beginning of an address, without what sharing adds
   * behind the path.
   *
   * @param sites where the account's posts are seen, the best known one first
   */
  static PostAddress read(String pasted, List<URI> sites, Reader reader) {
    return readWhole(pasted, sites, (site, path, given) -> reader.read(site, path));
  }

  /** As {@link #read}, for networks that name posts in the query of an address. */
  static PostAddress readWhole(String pasted, List<URI> sites, WholeReader reader) {
    // As it stands in the source of a page.
    String text = pasted.strip().replace("&amp;", "&");
    if (text.isEmpty() || text.chars().anyMatch(Character::isWhitespace)) {
      return wrong(Why.NO_ADDRESS);
    }
    String scheme = sites.isEmpty() ? "https" : sites.get(0).getScheme();
    Optional<URI> address =
        WebAddress.given(SCHEME.matcher(text).matches() ? text : scheme + "://" + text)
            .filter(uri -> uri.getHost() != null);
    if (address.isEmpty()) {
      return wrong(Why.NO_ADDRESS);
    }
    URI given = address.get();
    Optional<URI> site =
        sites.stream().filter(one -> WebAddress.isSameSite(one, given)).findFirst();
    String path = Optional.ofNullable(given.getRawPath()).orElse("").replaceFirst("/+$", "");
    return site.map(one -> path.isEmpty() ? wrong(Why.NO_POST) : reader.read(one, path, given))
        .orElseGet(() -> wrong(Why.OTHER_NETWORK));
  }
}
