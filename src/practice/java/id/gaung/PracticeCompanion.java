package id.gaung;

import io.dropwizard.core.Application;
import io.dropwizard.core.cli.Command;
import java.util.List;

/** How the product finds practice mode: by its commands. Public, because it is made by name. */
public final class PracticeCompanion implements Companion {

  @Override
  public List<Command> commands(Application<GaungConfiguration> application) {
    return List.of(new PracticeCommand(application), new DemoCommand(application));
  }
}
