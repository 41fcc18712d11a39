package id.gaung.platform.linkedin;

import id.gaung.platform.Account;
import id.gaung.platform.PostAddress;
import id.gaung.platform.PostAddress.Why;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is at an address of LinkedIn. */
final class LinkedInAddresses {

  private static final URI SITE = URI.create("https://www.linkedin.com");

  /** People abroad copy addresses of their own country's site. */
  static final List<URI> SITES = List.of(SITE, URI.create("https://id.linkedin.com"));

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

  private LinkedInAddresses() {}

  static PostAddress read(Account account, String pasted) {
    return PostAddress.read(pasted, SITES, (site, path) -> at(account, path));
  }

  private static PostAddress at(Account account, String path) {
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
  private static PostAddress named(String kind, String number) {
    String type = kind.equalsIgnoreCase("ugcPost") ? "ugcPost" : kind.toLowerCase(Locale.ROOT);
    String urn = "urn:li:" + type + ":" + number;
    return PostAddress.named(urn, SITE, "/feed/update/" + urn + "/", !type.equals("activity"));
  }
}
