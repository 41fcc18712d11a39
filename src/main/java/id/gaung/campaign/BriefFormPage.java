package id.gaung.campaign;

import id.gaung.web.Form;

/** Writing the brief. */
public record BriefFormPage(Campaign campaign, BriefVersion current, Form form) {

  public Completeness completeness() {
    return Completeness.of(current.sections());
  }

  public String field(BriefSection section) {
    return "sections." + section.key();
  }
}
