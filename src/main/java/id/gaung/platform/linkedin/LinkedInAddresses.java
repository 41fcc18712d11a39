package id.gaung.platform.linkedin;

import id.gaung.platform.Account;
import id.gaung.platform.PostAddress;
import id.gaung.platform.PostAddress.Why;
import id.gaung.platform.RemotePost;
import id.gaung.platform.WebAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Addresses of posts and pages, as they are kept: on {@code web}, {@code www.linkedin.com}. */
record LinkedInAddresses(URI web) {

  /** People abroad copy addresses of their own country's site. */
  private static final List<URI> SITES =
      List.of(URI.create("https://www.linkedin.com"), URI.create("https://id.linkedin.com"));

  private static final Pattern UPDATE =
      Pattern.compile(
          "/(?:embed/)?feed/update/urn(?::|%3A)li(?::|%3A)(activity|share|ugcPost)(?::|%3A)([0-9]{5,25})",
          Pattern.CASE_INSENSITIVE);

  /** {@code /posts/NAME_first-words-activity-7123456789012345678-aBcD}. */
  private static final Pattern SHARED =
      Pattern.compile(
          "/posts/(?:([^/_]+)_)?(?:[^/]*-)?(activity|share|ugcPost)-([0-9]{5,25})(?:-[^/]*)?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PAGE =
      Pattern.compile("/((?:in|company|school|showcase)/[^/]+)(?:/.*)?", Pattern.CASE_INSENSITIVE);

  List<URI> sites() {
    return Stream.concat(Stream.of(web), SITES.stream()).distinct().toList();
  }

  RemotePost post(PostUrn urn) {
    return new RemotePost(
        urn.text(), Optional.of(URI.create(WebAddress.site(web) + path(urn.text()))));
  }

  private static String path(String urn) {
    return "/feed/update/" + urn + "/";
  }

  Optional<RemotePost> named(Account account, URI address) {
    return read(account, address.toString()) instanceof PostAddress.Named named && named.readable()
        ? Optional.of(named.post())
        : Optional.empty();
  }

  /** The name of the activity at an address, by which no post can be read. */
  Optional<String> activity(Account account, URI address) {
    return read(account, address.toString()) instanceof PostAddress.Named named && !named.readable()
        ? Optional.of(named.post().remoteId())
        : Optional.empty();
  }

  PostAddress read(Account account, String pasted) {
    return PostAddress.read(pasted, sites(), (site, path) -> at(account, path));
  }

  private PostAddress at(Account account, String path) {
    Matcher update = UPDATE.matcher(path);
    if (update.matches()) {
      return named(update.group(1), update.group(2));
    }
    Matcher shared = SHARED.matcher(path);
    if (shared.matches()) {
      String name = shared.group(1);
      boolean own =
          name == null || account.handle().replaceFirst("^[^/]+/", "").equalsIgnoreCase(name);
      return own ? named(shared.group(2), shared.group(3)) : PostAddress.wrong(Why.OTHER_ACCOUNT);
    }
    Matcher page = PAGE.matcher(path);
    if (!page.matches()) {
      return PostAddress.wrong(Why.NO_POST);
    }
    return PostAddress.wrong(
        page.group(1).equalsIgnoreCase(account.handle()) ? Why.PROFILE : Why.OTHER_ACCOUNT);
  }

  /**
   * A post has several numbers: the one of its activity, which addresses show, and the one of the
   * share or upload, by which figures are read.
   */
  private PostAddress named(String kind, String number) {
    String type = kind.equalsIgnoreCase("ugcPost") ? "ugcPost" : kind.toLowerCase(Locale.ROOT);
    String urn = "urn:li:" + type + ":" + number;
    return PostAddress.named(urn, web, path(urn), !type.equals("activity"));
  }
}
