package id.gaung.db;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import id.gaung.kernel.Ids;
import java.util.UUID;

/**
 * UUIDs of version 7 (RFC 9562) by the wall clock: they only need to be unique and near in time.
 */
public final class UuidV7Ids implements Ids {

  private final TimeBasedEpochRandomGenerator generator =
      Generators.timeBasedEpochRandomGenerator();

  @Override
  public UUID next() {
    return generator.generate();
  }
}
