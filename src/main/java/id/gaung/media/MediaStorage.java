package id.gaung.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * Where the bytes of media lie, by a key of lower-case letters and digits (their SHA-256). What is
 * put is there whole or not at all, and never changes. Several nodes may share one. Thread-safe.
 */
interface MediaStorage {

  /** Whether media can be read and kept at this moment. */
  boolean isThere();

  /**
   * Keeps a copy of the file, on the disk before this returns; the file itself stays with the
   * caller, who writes to it no more. Putting the same key again changes nothing.
   */
  void put(String key, Path file) throws IOException;

  /**
   * Opens a part of it; the caller closes.
   *
   * @param from in bytes, from 0
   * @param length how many bytes follow at most
   * @throws java.nio.file.NoSuchFileException if nothing lies under that key
   */
  InputStream open(String key, long from, long length) throws IOException;

  /**
   * How many bytes lie under the key.
   *
   * @throws java.nio.file.NoSuchFileException if there are none
   */
  long size(String key) throws IOException;

  /** Removes it; nothing happens if it is not there. */
  void delete(String key) throws IOException;
}
