package id.gaung.platform.facebook;

/** Named texts of an upload under way. */
enum UploadPart {
  /** The video's id, known before anything of it is sent. */
  VIDEO,
  /** Where a reel's bytes go. */
  ADDRESS,
  /** The session of an upload in pieces. */
  SESSION,
  /** How many bytes of it are there. */
  OFFSET,
  /** Up to where the next piece goes. */
  END,
  /** Everything is there. */
  UPLOADED,
  /** Facebook said yes to publishing it and works on it. */
  FINISHED,
  /** How often Facebook failed on it. */
  FAILURES
}
