package id.gaung;

import io.dropwizard.core.Application;

/** {@code demo}: makes the practice data and ends. */
final class DemoCommand extends PracticeCommand {

  DemoCommand(Application<GaungConfiguration> application) {
    super(application, "demo", "Makes the practice data and ends");
  }

  @Override
  boolean staysUp() {
    return false;
  }
}
