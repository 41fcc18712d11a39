package id.gaung.platform.x;

/** What is remembered of one publication. */
enum XMark {
  /** When the first upload was made: unused ones end after a day. */
  SINCE,
  /** How many pieces of the video are there. */
  PIECES,
  /** Since when the video is whole, and being processed. */
  WHOLE,
  /** The video may be posted. */
  READY,
  /** How often the video could not be processed. */
  FAILURES,
  /** When the call that publishes was about to be made. */
  POSTING,
  /** What the account had published last before. */
  NEWEST,
  /** An attempt without an answer was looked up, and nothing was found. */
  LOOKED_UP,
  /** After such an attempt X called the text a duplicate. */
  DUPLICATE
}
