package id.gaung;

import io.dropwizard.lifecycle.Managed;

/** Something to be closed when the server stops; the last one managed is closed first. */
final class Closing implements Managed {

  private final Runnable close;

  Closing(Runnable close) {
    this.close = close;
  }

  @Override
  public void stop() {
    close.run();
  }
}
