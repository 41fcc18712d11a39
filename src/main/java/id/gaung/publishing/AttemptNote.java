package id.gaung.publishing;

import id.gaung.platform.Evidence;
import id.gaung.platform.EvidenceLine;
import java.util.List;
import java.util.Optional;

/**
 * A line of an attempt's detail.
 *
 * @param late the outcome, where it came after the attempt was given up
 * @param evidence with a sentence in the bundles
 * @param text what is shown as it is: an id, somebody's name, or what was stored before there was
 *     such evidence
 */
public record AttemptNote(Optional<String> late, Optional<Evidence> evidence, String text) {

  private static final String LATER = "Later: ";

  static List<AttemptNote> of(String detail) {
    return detail.lines().filter(line -> !line.isBlank()).map(AttemptNote::line).toList();
  }

  private static AttemptNote line(String line) {
    if (!line.startsWith(LATER)) {
      return new AttemptNote(Optional.empty(), EvidenceLine.read(line), line);
    }
    String later = line.substring(LATER.length());
    int space = later.indexOf(' ');
    String rest = space < 0 ? "" : later.substring(space + 1);
    return new AttemptNote(
        Optional.of(space < 0 ? later : later.substring(0, space)), EvidenceLine.read(rest), rest);
  }
}
