package id.gaung.publishing;

import java.util.List;

/** Where attempts and their outcomes are written; all given entries in one transaction. */
@FunctionalInterface
interface Journal {
  void write(List<Entry<?>> entries);
}
