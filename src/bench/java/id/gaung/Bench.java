package id.gaung;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Runs one benchmark. Standard output gets JSON lines, standard error everything else. */
final class Bench {

  private static final PrintStream FIGURES = System.out;

  private Bench() {}

  public static void main(String[] args) throws Exception {
    // Liquibase speaks on standard output too.
    System.setOut(System.err);
    List<String> options = Arrays.asList(args).subList(1, args.length);
    switch (args[0]) {
      case "publishing" -> PublishingBench.run(new Options(options));
      case "start" -> StartBench.run(new Options(options));
      case "crash" -> CrashBench.run(new Options(options));
      case "first-start" -> FirstStartBench.run(new Options(options));
      case "memory" -> MemoryBench.run(new Options(options));
      case "stop" -> StopBench.run();
      default -> {
        System.err.println(
            "Unknown benchmark "
                + args[0]
                + ": publishing, start, first-start, stop, memory, crash");
        System.exit(2);
      }
    }
    System.exit(0);
  }

  static void figure(String bench, String metric, double value) {
    String number =
        value == Math.rint(value)
            ? Long.toString((long) value)
            : String.format(Locale.ROOT, "%.2f", value);
    FIGURES.printf("{\"bench\":\"%s\",\"metric\":\"%s\",\"value\":%s}%n", bench, metric, number);
  }

  /** Options such as {@code --kills 20}. */
  record Options(List<String> words) {
    int number(String name, int otherwise) {
      int at = words.indexOf("--" + name);
      return at < 0 ? otherwise : Integer.parseInt(words.get(at + 1));
    }
  }
}
