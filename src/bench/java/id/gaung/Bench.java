package id.gaung;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import id.gaung.kernel.Network;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.slf4j.LoggerFactory;

/** Runs one benchmark. Standard output gets JSON lines, standard error everything else. */
final class Bench {

  private static final PrintStream FIGURES = System.out;

  private Bench() {}

  public static void main(String[] args) throws Exception {
    // Liquibase speaks on standard output too.
    System.setOut(System.err);
    // Nobody else sets a level here, and every word of the practice networks takes time.
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    try {
      run(args);
    } catch (WrongOption wrong) {
      System.err.println(wrong.getMessage());
      System.exit(2);
    }
    System.exit(0);
  }

  private static void run(String[] args) throws Exception {
    String name = args.length == 0 ? "" : args[0];
    List<String> words = args.length == 0 ? List.of() : Arrays.asList(args).subList(1, args.length);
    switch (name) {
      case "publishing" -> PublishingBench.run(Options.of(words, Set.of("renditions", "channels")));
      case "start" -> StartBench.run(Options.of(words, Set.of("starts")));
      case "crash" -> CrashBench.run(Options.of(words, Set.of("kills", "seed", "faults")));
      case "first-start" -> FirstStartBench.run(Options.of(words, Set.of("network-port")));
      case "memory" -> MemoryBench.run(Options.of(words, Set.of("idle-minutes")));
      case "stop" -> {
        Options.of(words, Set.of());
        StopBench.run();
      }
      case "collection" ->
          CollectionBench.run(Options.of(words, Set.of("posts", "accounts", "delay")));
      case "backfill" ->
          BackfillBench.run(Options.of(words, Set.of("posts", "older", "delay", "network")));
      case "mail" -> MailBench.run(Options.of(words, Set.of("messages", "kills", "seed")));
      case "upload" -> UploadBench.run(Options.of(words, Set.of("megabytes", "at-once")));
      case "lateness" ->
          LatenessBench.run(Options.of(words, Set.of("posts", "channels", "megabytes")));
      case "abuse" -> AbuseBench.run(Options.of(words, Set.of("requests", "seed")));
      default ->
          throw new WrongOption(
              "Unknown benchmark "
                  + name
                  + ": publishing, start, first-start, stop, memory, upload, lateness, abuse, crash, mail, collection, backfill.");
    }
  }

  /** What was typed cannot be run; the message says why. */
  private static final class WrongOption extends RuntimeException {
    private static final long serialVersionUID = 1;

    WrongOption(String message) {
      super(message);
    }
  }

  static void figure(String bench, String metric, double value) {
    FIGURES.printf(
        "{\"bench\":\"%s\",\"metric\":\"%s\",\"value\":%s}%n", bench, metric, number(value));
  }

  /** Of one network. */
  static void figure(String bench, Network network, String metric, double value) {
    FIGURES.printf(
        "{\"bench\":\"%s\",\"network\":\"%s\",\"metric\":\"%s\",\"value\":%s}%n",
        bench, network.name(), metric, number(value));
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.2f", value);
  }

  /** Options such as {@code --kills 20}, by their names. */
  record Options(Map<String, String> values) {

    static Options of(List<String> words, Set<String> known) {
      Map<String, String> values = new HashMap<>();
      for (int i = 0; i < words.size(); i += 2) {
        String word = words.get(i);
        String name = word.startsWith("--") ? word.substring(2) : "";
        if (!known.contains(name)) {
          throw new WrongOption("Unknown option " + word + ": this benchmark has " + known + ".");
        }
        if (i + 1 == words.size() || words.get(i + 1).startsWith("--")) {
          throw new WrongOption("Option " + word + " needs a value.");
        }
        values.put(name, words.get(i + 1));
      }
      return new Options(values);
    }

    int number(String name, int otherwise) {
      String value = values.getOrDefault(name, String.valueOf(otherwise));
      try {
        return Integer.parseInt(value);
      } catch (NumberFormatException noNumber) {
        throw new WrongOption("Option --" + name + " needs a whole number, not " + value + ".");
      }
    }

    String text(String name, String otherwise) {
      return values.getOrDefault(name, otherwise);
    }

    boolean on(String name) {
      String value = values.getOrDefault(name, "off");
      if (!value.equals("on") && !value.equals("off")) {
        throw new WrongOption("Option --" + name + " is on or off, not " + value + ".");
      }
      return value.equals("on");
    }
  }
}
