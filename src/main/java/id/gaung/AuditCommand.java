package id.gaung;

import id.gaung.audit.Verification;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code audit verify}: walks the whole chain. */
final class AuditCommand extends OfflineCommand {

  AuditCommand() {
    super("audit", "Checks the audit log");
  }

  @Override
  public void configure(Subparser subparser) {
    super.configure(subparser);
    subparser.addArgument("what").choices("verify").help("verify: walk the hash chain");
  }

  @Override
  boolean readsOnly() {
    return true;
  }

  @Override
  void run(Gaung gaung, Namespace namespace) {
    Verification found = gaung.foundation().audit().verify();
    if (!found.holds()) {
      throw new StartRefused(
          "The audit log is broken at row %d: it was changed, removed or reordered. The %d rows before it hold."
              .formatted(found.brokenAt().orElseThrow(), found.rows()));
    }
    System.out.println("The audit log holds: " + found.rows() + " rows.");
  }
}
