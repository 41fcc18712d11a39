package id.gaung;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dropwizard.configuration.EnvironmentVariableSubstitutor;
import io.dropwizard.configuration.SubstitutingSourceProvider;
import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;

/** The program. */
public class GaungApplication extends Application<GaungConfiguration> {

  public static void main(String[] args) throws Exception {
    // What a command prints (a report, its CSV) is UTF-8 whatever the account's locale says.
    System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8));
    new GaungApplication().run(args);
  }

  @Override
  public String getName() {
    return "gaung";
  }

  @Override
  public void initialize(Bootstrap<GaungConfiguration> bootstrap) {
    bootstrap.setConfigurationSourceProvider(
        new SubstitutingSourceProvider(
            bootstrap.getConfigurationSourceProvider(),
            new EnvironmentVariableSubstitutor(false, true)));
  }

  @Override
  protected void addDefaultCommands(Bootstrap<GaungConfiguration> bootstrap) {
    bootstrap.addCommand(new ProductionCommand(this));
    bootstrap.addCommand(new CheckCommand());
    bootstrap.addCommand(new UserCommand());
    bootstrap.addCommand(new ImportCommand());
    bootstrap.addCommand(new ReportCommand());
    bootstrap.addCommand(new AuditCommand());
    Companion.found().stream()
        .flatMap(companion -> companion.commands(this).stream())
        .forEach(bootstrap::addCommand);
  }

  /** Everything is started by the commands, which know whether this is practice. */
  @Override
  public void run(GaungConfiguration configuration, Environment environment) {}

  @Override
  protected void onFatalError(Throwable failure) {
    // The command said why; what remains is the exit code.
    System.exit(1);
  }
}
