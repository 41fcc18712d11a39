package id.gaung.platform.linkedin;

/** What is remembered of one publication. */
enum LinkedInMark {
  /** When the first upload was begun. */
  SINCE,
  /** LinkedIn's own word for an upload of a video. */
  TOKEN,
  /** How many parts a video goes in. */
  PARTS,
  /** Since when the video is whole, and being processed. */
  WHOLE,
  /** How often the video could not be processed. */
  FAILURES,
  /** When the call that publishes was about to be made. */
  POSTING,
  /** What the page had published last before. */
  NEWEST,
  /** An attempt without an answer was looked up, and nothing was found. */
  LOOKED_UP,
  /** LinkedIn called the text a duplicate. */
  DUPLICATE,
  /** It did so of the first attempt, and nothing new is there: an earlier post has the text. */
  REFUSED
}
