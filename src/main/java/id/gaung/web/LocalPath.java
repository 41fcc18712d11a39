package id.gaung.web;

import java.util.regex.Pattern;

/** A path of ours to go back to, never another site's address. */
public final class LocalPath {

  private static final Pattern OURS = Pattern.compile("/(?!/)[\\w\\-./~%?&=+:,]*");

  private LocalPath() {}

  /** The path if it is one of ours, else the first page. */
  public static String orHome(String path) {
    return OURS.matcher(path).matches() ? path : "/";
  }
}
