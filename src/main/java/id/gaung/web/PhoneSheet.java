package id.gaung.web;

import id.gaung.kernel.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The style sheet of phone pages: the rules of the whole one whose classes such pages have, so that
 * nothing is written twice and a slow network carries little. Fonts and paper are left out.
 */
final class PhoneSheet {

  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern CLASS = Pattern.compile("\\.([a-zA-Z][\\w-]*)");

  /** What the templates of phone pages use; a test holds it to them. */
  static final Set<String> CLASSES =
      Stream.concat(
              Network.all().stream().map(Network::path),
              Stream.of(
                  ("phone pair beside last band task card flush card-in over pic none s xs l full flat sq dim"
                          + " state pill ok warn bad info live btn main-act quiet danger wide wa face grow"
                          + " line wrap apart who-row num small tiny muted hide i n inl net"
                          + " stack tight loose gap fee sums sum points facts nk fold turn prose pre"
                          + " bar ask phone-ask check field hint err in chip steps mark w done note box"
                          + " fixed-line counts photos drop meter c1 rows row cols two-up tile label big keep"
                          + " go numbered skip ribbon empty lab-lg kv photo talk top-start brand ticks alone"
                          + " limits block task-media")
                      .split(" ", -1)))
          .collect(Collectors.toUnmodifiableSet());

  private final String css;
  private int at;

  private PhoneSheet(String css) {
    this.css = css;
  }

  /** Those rules of the sheet. */
  static String of(String sheet) {
    return new PhoneSheet(COMMENT.matcher(sheet).replaceAll("")).rules();
  }

  private String rules() {
    StringBuilder kept = new StringBuilder();
    while (at < css.length() && css.charAt(at) != '}') {
      int end = css.indexOf('{', at);
      int semicolon = css.indexOf(';', at);
      int close = css.indexOf('}', at);
      if (semicolon >= 0 && (end < 0 || semicolon < end) && (close < 0 || semicolon < close)) {
        kept.append(css, at, semicolon + 1);
        at = semicolon + 1;
      } else if (end < 0 || (close >= 0 && close < end)) {
        at = close < 0 ? css.length() : close;
      } else {
        String head = css.substring(at, end).strip();
        at = end + 1;
        kept.append(block(head));
      }
    }
    return kept.toString().strip();
  }

  private String block(String head) {
    boolean nested = head.matches("@(media|layer|supports).*");
    String body = nested ? rules() : declarations();
    at++;
    if (head.startsWith("@font-face") || head.startsWith("@page") || head.contains("print")) {
      return "";
    }
    if (nested) {
      return body.isEmpty() ? "" : head + "{" + body + "}";
    }
    String selectors = head.startsWith("@") ? head : selectors(head);
    return selectors.isEmpty() ? "" : selectors + "{" + body.strip() + "}";
  }

  /** Up to the closing brace; key frames have braces inside. */
  private String declarations() {
    int start = at;
    for (int depth = 0; depth > 0 || css.charAt(at) != '}'; at++) {
      depth += css.charAt(at) == '{' ? 1 : css.charAt(at) == '}' ? -1 : 0;
    }
    return css.substring(start, at);
  }

  private static String selectors(String head) {
    List<String> kept = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i <= head.length(); i++) {
      char c = i == head.length() ? ',' : head.charAt(i);
      depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
      if (c == ',' && depth == 0) {
        String selector = head.substring(start, i).strip();
        if (isKept(selector)) {
          kept.add(selector);
        }
        start = i + 1;
      }
    }
    return String.join(",", kept);
  }

  private static boolean isKept(String selector) {
    return CLASS
        .matcher(selector)
        .results()
        .map(found -> found.group(1))
        .allMatch(CLASSES::contains);
  }
}
