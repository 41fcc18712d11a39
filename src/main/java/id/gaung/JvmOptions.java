package id.gaung;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Stream;

/**
 * The options that the server is measured with: README's lines, the unit file and the benchmarks
 * start it so. A jar cannot carry them.
 */
final class JvmOptions {

  /** A bounded heap with the smallest collector; a process without memory ends and is restarted. */
  static final List<String> RECOMMENDED =
      List.of("-Xms64m", "-Xmx350m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");

  /**
   * For practice mode, whose first start does much once and little often: the second compiler takes
   * half of its processor time and never earns it back.
   */
  static final List<String> PRACTICE =
      Stream.concat(RECOMMENDED.stream(), Stream.of("-XX:TieredStopAtLevel=1")).toList();

  private JvmOptions() {}

  /** Says in one line which of them a start lacks; whoever chose another heap has chosen. */
  static void sayWhatIsMissing() {
    List<String> given = ManagementFactory.getRuntimeMXBean().getInputArguments();
    boolean heap = given.stream().anyMatch(option -> option.startsWith("-Xmx"));
    boolean exit = given.contains("-XX:+ExitOnOutOfMemoryError");
    if (!heap || !exit) {
      System.err.println(
          "Started without the recommended Java options; see README: java "
              + String.join(" ", RECOMMENDED)
              + " -jar gaung.jar");
    }
  }

  /**
   * Without the option a thread would die alone of a lack of memory: nothing would be published
   * while pages still answer.
   */
  static void endOnFatalErrors() {
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, thrown) -> {
          if (thrown instanceof VirtualMachineError) {
            System.err.println("Gaung ends: " + thrown + " in " + thread.getName());
            Runtime.getRuntime().halt(3);
          }
          org.slf4j.LoggerFactory.getLogger(JvmOptions.class)
              .error("Thread {} has died", thread.getName(), thrown);
        });
  }
}
