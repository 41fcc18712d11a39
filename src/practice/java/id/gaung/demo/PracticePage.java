package id.gaung.demo;

import id.gaung.web.Form;
import java.util.List;
import java.util.Optional;

/**
 * The page to choose a role.
 *
 * @param report where the newest weekly report is, if there is one
 */
public record PracticePage(List<DemoPerson> people, Optional<String> report, Form form) {}
