package id.gaung.platform.bluesky;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The address of a record: {@code at://REPO/COLLECTION/RKEY}. */
record AtUri(String repo, String collection, String rkey) {

  private static final Pattern FORM =
      Pattern.compile(
          "at://(did:[a-z]+:(?:[\\w.:-]|%[0-9A-Fa-f]{2})+)/([A-Za-z0-9.-]+)/([\\w.~:-]{1,512})");

  /**
   * As people type it: with the account's name, which may become another's, in place of its DID.
   */
  private static final Pattern NAMED =
      Pattern.compile("at://([A-Za-z0-9.-]+)/([A-Za-z0-9.-]+)/([\\w.~:-]{1,512})");

  /** Also one with a name. */
  static Optional<AtUri> typed(String text) {
    Matcher matcher = NAMED.matcher(text);
    return matcher.matches()
        ? Optional.of(new AtUri(matcher.group(1), matcher.group(2), matcher.group(3)))
        : parse(text);
  }

  AtUri of(String did) {
    return new AtUri(did, collection, rkey);
  }

  @Override
  public String toString() {
    return "at://" + repo + "/" + collection + "/" + rkey;
  }

  static Optional<AtUri> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(new AtUri(matcher.group(1), matcher.group(2), matcher.group(3)))
        : Optional.empty();
  }
}
