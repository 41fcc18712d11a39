package id.gaung;

import id.gaung.db.Database;
import io.dropwizard.core.Application;
import java.time.Clock;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code practice}: everything on this machine, with made-up people and made-up networks. */
final class PracticeCommand extends ServeCommand {

  PracticeCommand(Application<GaungConfiguration> application) {
    super(application, "practice", "Starts Gaung to try it out, with practice networks");
  }

  @Override
  public void configure(Subparser subparser) {
    super.configure(subparser);
    subparser
        .addArgument("--reset")
        .action(Arguments.storeTrue())
        .help("throw the practice data away and make it anew");
  }

  @Override
  void check(GaungConfiguration configuration) {
    if (!configuration.database().isEmbedded()) {
      throw new Refusal("Practice mode uses its own database: leave database.url empty.");
    }
  }

  @Override
  void prepare(Database database, Namespace namespace) {
    if (namespace.getBoolean("reset")) {
      database.wipe();
    }
  }

  @Override
  Gaung build(GaungConfiguration configuration, Database database, Namespace namespace) {
    return Gaung.practice(configuration, database, Clock.systemUTC());
  }

  @Override
  void ready(GaungConfiguration configuration, Gaung gaung, Namespace namespace) {
    gaung.identity().demoPeople().ensure();
    System.out.println("Gaung is ready to practise.");
    System.out.println("  Pages     " + configuration.publicUrl() + "/");
    System.out.println("  Sign in   " + configuration.publicUrl() + "/practice");
  }
}
