package id.gaung;

import com.codahale.metrics.health.HealthCheck;
import id.gaung.home.DiskReading;
import id.gaung.home.DiskSpace;

/** Red before the disk of the data folder is full, so that there is time to make room. */
final class DiskHealthCheck extends HealthCheck {

  private final DiskSpace disk;

  DiskHealthCheck(DiskSpace disk) {
    this.disk = disk;
  }

  @Override
  protected Result check() {
    DiskReading found = disk.read();
    return found.state() == DiskSpace.State.WELL
        ? Result.healthy(found.sentence())
        : Result.unhealthy(found.sentence());
  }
}
