package id.gaung.catalogue;

import java.util.List;

/**
 * Why a row of an import file cannot be taken.
 *
 * @param line of the file, counted from 1
 * @param column as the file calls it; empty if it is the whole row
 * @param key of the reason in the bundles
 */
public record BadCell(long line, String column, String key, List<String> args) {

  public BadCell {
    args = List.copyOf(args);
  }
}
