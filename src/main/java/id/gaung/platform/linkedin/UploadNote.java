package id.gaung.platform.linkedin;

/** What is remembered of one picture, or of one part of a video. */
enum UploadNote {
  /** LinkedIn's name of what is uploaded. */
  URN,
  /** Where its bytes go; a secret for as long as it lives. */
  ADDRESS,
  /** Of a part, its bytes; counted from 0, the last one included. */
  FIRST,
  LAST,
  /** What LinkedIn called a part when it had come. */
  ETAG,
  /** When a picture's bytes had come. */
  SENT,
  /** It may be posted. */
  READY
}
