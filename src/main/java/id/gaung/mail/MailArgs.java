package id.gaung.mail;

import id.gaung.web.Formats;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the texts of a message name, as it is kept: instants stay instants until they are read. */
final class MailArgs {

  private static final String AT = "at ";

  private MailArgs() {}

  static Map<String, String> write(List<Object> args) {
    Map<String, String> kept = new TreeMap<>();
    for (int i = 0; i < args.size(); i++) {
      Object arg = args.get(i);
      kept.put(Integer.toString(i), arg instanceof Instant at ? AT + at : "is " + arg);
    }
    return kept;
  }

  static Object[] read(Map<String, String> kept, Formats formats) {
    Object[] args = new Object[kept.size()];
    for (int i = 0; i < args.length; i++) {
      String value = kept.getOrDefault(Integer.toString(i), "   ");
      String rest = value.substring(AT.length());
      args[i] = value.startsWith(AT) ? formats.dateTime(Instant.parse(rest)) : rest;
    }
    return args;
  }
}
