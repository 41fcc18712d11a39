package id.gaung.sandbox;

/** Ends the serving of a call with the network's error. */
final class PracticeRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Answer answer;

  PracticeRefusal(Answer answer) {
    super("HTTP " + answer.status(), null, false, false);
    this.answer = answer;
  }

  Answer answer() {
    return answer;
  }
}
