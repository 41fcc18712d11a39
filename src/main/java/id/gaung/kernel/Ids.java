package id.gaung.kernel;

import java.util.UUID;

/** Makes identifiers: UUID version 7, so that they sort by the time they were made. Thread-safe. */
public interface Ids {
  UUID next();
}
