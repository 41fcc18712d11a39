package id.gaung.sandbox;

/** A post with how often its text was accepted on its account, itself and deleted ones included. */
public record ArrivedPost(PracticePost post, long times) {

  /** Whether the same text arrived more than once. */
  public boolean isDuplicate() {
    return times > 1;
  }
}
