package id.gaung.platform.tiktok;

/**
 * In which parts a video is sent ("Media Transfer Guide"): whole up to 64 MB, else in parts of 10
 * MB, of which the last one takes what remains. Of a whole one the part is as long as the video, as
 * the call that begins demands.
 */
record ChunkPlan(long bytes) {

  private static final long WHOLE = 64_000_000;
  private static final long PART = 10_000_000;

  long size() {
    return bytes <= WHOLE ? bytes : PART;
  }

  /** Rounded down. */
  long count() {
    return bytes / size();
  }

  /**
   * Where the part ends that begins there.
   *
   * @return behind its last byte
   */
  long end(long offset) {
    long next = offset + size();
    return next + size() > bytes ? bytes : next;
  }

  /** The last beginning of a part at or before that byte. */
  long begin(long offset) {
    long part = Math.min(offset / size(), count() - 1);
    return Math.max(0, part) * size();
  }
}
