package id.gaung;

/**
 * A command cannot do what was asked; the message is the sentence for the person at the console.
 */
final class StartRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StartRefused(String sentence) {
    super(sentence);
  }
}
