package id.gaung.media;

/**
 * One box.
 *
 * @param start of its header in the file
 * @param header bytes of the header
 * @param size with the header
 */
record VideoBox(String type, long start, int header, long size) {

  long content() {
    return start + header;
  }

  long length() {
    return size - header;
  }

  long end() {
    return start + size;
  }
}
