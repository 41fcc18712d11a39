package id.gaung;

import id.gaung.kernel.Week;
import id.gaung.web.Formats;
import id.gaung.web.Language;
import java.util.Optional;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code report [WEEK]}: makes the reports that are due and prints one. */
final class ReportCommand extends OfflineCommand {

  ReportCommand() {
    super("report", "Makes the weekly reports that are due and prints one");
  }

  @Override
  public void configure(Subparser subparser) {
    super.configure(subparser);
    subparser.addArgument("week").nargs("?").help("such as 2026-W48; the newest if left out");
    subparser.addArgument("--csv").action(Arguments.storeTrue()).help("print its rows as CSV");
  }

  @Override
  boolean readsOnly() {
    return true;
  }

  @Override
  void run(Gaung gaung, Namespace namespace) {
    Optional<Week> week = Optional.ofNullable(namespace.getString("week")).map(ReportCommand::week);
    gaung.report().reports().makeDue();
    System.out.println(
        namespace.getBoolean("csv")
            ? gaung.report().printed().csv(week)
            : gaung
                .report()
                .printed()
                .text(week, gaung.texts().in(Language.ID), new Formats(Language.ID)));
  }

  private static Week week(String label) {
    return Week.parse(label)
        .orElseThrow(
            () -> new StartRefused("'" + label + "' is no ISO week; write it like 2026-W48."));
  }
}
