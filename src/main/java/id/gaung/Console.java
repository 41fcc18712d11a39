package id.gaung;

import id.gaung.db.DatabaseUnavailable;
import id.gaung.kernel.FieldError;
import id.gaung.kernel.Problem;
import id.gaung.web.Language;
import id.gaung.web.Texts;
import id.gaung.web.Translator;
import io.dropwizard.configuration.ConfigurationException;
import java.io.FileNotFoundException;
import java.net.BindException;
import java.nio.file.NoSuchFileException;

/** What a command says when it fails: one sentence for what a person can put right. */
final class Console {

  private Console() {}

  static void fail(Throwable failure) {
    System.err.println(sentence(failure));
    if (!isExpected(failure)) {
      failure.printStackTrace();
    }
  }

  private static boolean isExpected(Throwable failure) {
    return failure instanceof StartRefused
        || failure instanceof DatabaseUnavailable
        || failure instanceof ConfigurationException
        || failure instanceof Problem
        || failure instanceof FileNotFoundException
        || failure instanceof NoSuchFileException
        || isBusyPort(failure);
  }

  private static String sentence(Throwable failure) {
    if (failure instanceof Problem problem) {
      return sentence(problem);
    }
    if (failure instanceof FileNotFoundException || failure instanceof NoSuchFileException) {
      return "File not found: " + failure.getMessage();
    }
    if (isBusyPort(failure)) {
      return "A port is in use by another program: " + failure.getMessage();
    }
    if (isExpected(failure)) {
      return String.valueOf(failure.getMessage()).strip();
    }
    return "Gaung failed: " + failure;
  }

  private static String sentence(Problem problem) {
    Translator t = Texts.load(Doors.BUNDLES).in(Language.EN);
    // The sentence above a form's errors speaks of a page.
    StringBuilder text =
        new StringBuilder(
            problem.errors().isEmpty() ? t.get(problem.key(), problem.args()) : "Not accepted:");
    for (FieldError e : problem.errors()) {
      text.append("\n  ").append(e.field()).append(": ").append(t.get(e.key(), e.args()));
    }
    return text.toString();
  }

  private static boolean isBusyPort(Throwable failure) {
    return failure instanceof BindException || failure.getCause() instanceof BindException;
  }
}
