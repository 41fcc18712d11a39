package id.gaung.platform.bluesky;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The address of a record: {@code at://REPO/COLLECTION/RKEY}. */
record AtUri(String repo, String collection, String rkey) {

  private static final Pattern FORM =
      Pattern.compile(
          "at://(did:[a-z]+:(?:[\\w.:-]|%[0-9A-Fa-f]{2})+)/([A-Za-z0-9.-]+)/([\\w.~:-]{1,512})");

  static Optional<AtUri> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(new AtUri(matcher.group(1), matcher.group(2), matcher.group(3)))
        : Optional.empty();
  }
}
