package id.gaung.campaign;

import java.util.List;
import java.util.Map;

/**
 * How much of the compulsory brief is written.
 *
 * @param of how many sections are compulsory
 * @param missing the compulsory sections without a text
 */
public record Completeness(int written, int of, List<BriefSection> missing) {

  public static Completeness of(Map<String, String> sections) {
    List<BriefSection> compulsory = BriefSection.compulsory();
    List<BriefSection> missing =
        compulsory.stream().filter(section -> section.in(sections).isBlank()).toList();
    return new Completeness(compulsory.size() - missing.size(), compulsory.size(), missing);
  }

  public boolean isComplete() {
    return missing.isEmpty();
  }
}
