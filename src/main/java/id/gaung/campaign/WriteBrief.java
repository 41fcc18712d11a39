package id.gaung.campaign;

import id.gaung.kernel.FieldError;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A brief as it was typed.
 *
 * @param sections texts by {@link BriefSection#key()}; a section that is left out is empty
 * @param basedOn the hash of the version that was read: saving is refused when somebody saved
 *     another text since; people and programs must give it
 */
public record WriteBrief(
    Map<String, String> sections,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Optional<String> basedOn) {

  public WriteBrief {
    // A JSON null is a section left out.
    sections =
        sections.entrySet().stream()
            .filter(section -> section.getValue() != null)
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  List<FieldError> errors() {
    List<FieldError> errors = new ArrayList<>();
    // Whoever has not read the brief would wipe what others wrote.
    if (basedOn.isEmpty()) {
      errors.add(FieldError.of("basedOn", "field.required"));
    }
    sections.forEach(
        (key, text) -> {
          String field = "sections." + key;
          if (BriefSection.of(key).isEmpty()) {
            errors.add(FieldError.of(field, "field.unknown"));
          } else if (text.length() > BriefSection.MAX_LENGTH) {
            errors.add(
                FieldError.of(field, "field.longest", Integer.toString(BriefSection.MAX_LENGTH)));
          }
        });
    String messages = BriefSection.KEY_MESSAGES.in(sections);
    if (messages.lines().filter(line -> !line.isBlank()).count() > BriefSection.MAX_KEY_MESSAGES) {
      errors.add(
          FieldError.of(
              "sections." + BriefSection.KEY_MESSAGES.key(), "campaign.brief.too-many-messages"));
    }
    return errors;
  }

  static List<FieldError> missing(Map<String, String> tidy) {
    return Completeness.of(tidy).missing().stream()
        .map(section -> FieldError.of("sections." + section.key(), "field.required"))
        .collect(Collectors.toList());
  }
}
