package id.gaung.home;

import id.gaung.kernel.Role;
import id.gaung.web.Viewer;
import java.util.Arrays;
import java.util.Locale;

/** What makes sense while nothing waits; of several roles, the first one here. */
public enum NextStep {
  STAFF("/campaigns/new"),
  APPROVER("/campaigns"),
  CREATOR("/me"),
  ADMIN("/channels"),
  OBSERVER("/campaigns"),
  NONE("/profile");

  private final String href;

  NextStep(String href) {
    this.href = href;
  }

  static NextStep of(Viewer viewer) {
    return Arrays.stream(values())
        .filter(step -> step != NONE && viewer.is(Role.valueOf(step.name())))
        .findFirst()
        .orElse(NONE);
  }

  public String href() {
    return href;
  }

  /** Of the text of its link. */
  public String key() {
    return "home.next." + name().toLowerCase(Locale.ROOT);
  }
}
