package id.gaung;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A template read as HTML: expressions become marks without a letter ({@code «123»}, the same for
 * the same expression), control words go, and a call of a template becomes an element {@code
 * x-template} around the blocks given to it.
 */
final class JteSource {

  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern NAMED = Pattern.compile("(\\w+\\s*=\\s*\"(?:[^\"\\\\]|\\\\.)*\")");
  private static final Pattern MARK = Pattern.compile("«\\d+»");

  private final String source;
  private final StringBuilder html = new StringBuilder();
  private final List<String> shown = new ArrayList<>();
  private final List<String> arguments = new ArrayList<>();
  private int at;
  private boolean inTag;

  private JteSource(String source) {
    this.source = source;
  }

  static JteSource read(String source) {
    JteSource read = new JteSource(source);
    read.block();
    if (read.at < source.length()) {
      throw new IllegalArgumentException("a stray ` in a template, at character " + read.at);
    }
    return read;
  }

  /** Without the marks. */
  static String withoutMarks(String text) {
    return MARK.matcher(text).replaceAll("");
  }

  String html() {
    return html.toString();
  }

  /** String literals in expressions that are shown as text. */
  List<String> shown() {
    return shown;
  }

  /** Arguments of template calls that are literals, {@code title = "…"}. */
  List<String> arguments() {
    return arguments;
  }

  /** Until the end, or the ` that ends this block. */
  private void block() {
    while (at < source.length() && source.charAt(at) != '`') {
      if (source.startsWith("<%--", at)) {
        at = source.indexOf("--%>", at) + 4;
      } else if (source.startsWith("${", at)) {
        expression();
      } else if (source.startsWith("!{", at)) {
        at++;
        balanced('{', '}');
      } else if (source.charAt(at) == '@' && word().matches("import|param")) {
        at = source.indexOf('\n', at);
      } else if (source.charAt(at) == '@' && word().matches("if|elseif|for")) {
        at = source.indexOf('(', at);
        balanced('(', ')');
      } else if (source.charAt(at) == '@' && word().matches("else|endif|endfor")) {
        at += 1 + word().length();
      } else if (source.startsWith("@template.", at)) {
        call();
      } else {
        character();
      }
    }
  }

  private String word() {
    int end = at + 1;
    while (end < source.length() && Character.isLetter(source.charAt(end))) {
      end++;
    }
    return source.substring(at + 1, end);
  }

  private void character() {
    char next = source.charAt(at++);
    if (next == '<') {
      inTag = true;
    } else if (next == '>') {
      inTag = false;
    }
    html.append(next);
  }

  private void expression() {
    at++;
    String expression = balanced('{', '}');
    html.append('«').append(Integer.toUnsignedString(expression.hashCode())).append('»');
    if (!inTag) {
      shown.addAll(Sources.all(LITERAL, expression));
    }
  }

  private void call() {
    int open = source.indexOf('(', at);
    String name = source.substring(at + "@template.".length(), open);
    html.append("<x-template name=\"").append(name).append("\">");
    at = open;
    balanced('(', ')');
    html.append("</x-template>");
  }

  /** Moves behind the bracket that closes the one here; blocks inside are read as HTML. */
  private String balanced(char open, char close) {
    StringBuilder text = new StringBuilder();
    int depth = 0;
    do {
      char next = source.charAt(at);
      if (next == '"') {
        text.append(literal());
        continue;
      }
      if (source.startsWith("@`", at)) {
        at += 2;
        block();
        at++;
        continue;
      }
      depth += next == open ? 1 : next == close ? -1 : 0;
      text.append(next);
      at++;
    } while (depth > 0);
    if (open == '(') {
      arguments.addAll(Sources.all(NAMED, text.toString()));
    }
    return text.toString();
  }

  private String literal() {
    int begin = at++;
    while (source.charAt(at) != '"') {
      at += source.charAt(at) == '\\' ? 2 : 1;
    }
    return source.substring(begin, ++at);
  }
}
