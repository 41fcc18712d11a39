package id.gaung;

import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import net.sourceforge.argparse4j.inf.Argument;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code check}: says whether the settings can be read. Starts and changes nothing. */
final class CheckCommand extends ConfiguredCommand<GaungConfiguration> {

  CheckCommand() {
    super("check", "Says whether config.yml can be read");
  }

  @Override
  protected Argument addFileArgument(Subparser subparser) {
    return super.addFileArgument(subparser).setDefault("config.yml");
  }

  @Override
  protected void run(
      Bootstrap<GaungConfiguration> bootstrap,
      Namespace namespace,
      GaungConfiguration configuration) {
    ProductionCommand.warnings(configuration).forEach(System.out::println);
    System.out.println(namespace.getString("file") + " is right.");
  }

  @Override
  public void onError(Cli cli, Namespace namespace, Throwable failure) {
    Console.fail(failure);
  }
}
