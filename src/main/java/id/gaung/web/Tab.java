package id.gaung.web;

import java.util.OptionalLong;

/**
 * One of several pages about the same thing.
 *
 * @param key of its word
 * @param path without the query; the tab is the current one there
 * @param count of what is on it, where that is worth knowing beforehand
 */
public record Tab(String key, String path, OptionalLong count) {

  public static Tab of(String key, String path) {
    return new Tab(key, path, OptionalLong.empty());
  }

  public static Tab counted(String key, String path, long count) {
    return new Tab(key, path, OptionalLong.of(count));
  }
}
