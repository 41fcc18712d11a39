package id.gaung.home;

import id.gaung.kernel.Role;
import id.gaung.kernel.Week;
import id.gaung.web.Viewer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Puts together what each person sees first, from the cards of their roles. */
final class FirstPages {

  private static final Set<Role> REPORT_READERS =
      Set.of(Role.STAFF, Role.APPROVER, Role.OBSERVER, Role.ADMIN);

  private final List<RoleCards> roles;
  private final Supplier<Optional<Week>> newestReport;

  FirstPages(List<RoleCards> roles, Supplier<Optional<Week>> newestReport) {
    this.roles = List.copyOf(roles);
    this.newestReport = newestReport;
  }

  HomePages.Show of(Viewer viewer) {
    // What two roles of one person share is shown once.
    Map<String, Card> cards = new LinkedHashMap<>();
    roles.stream()
        .filter(role -> viewer.is(role.role()))
        .flatMap(role -> role.of(viewer))
        .flatMap(Optional::stream)
        .forEach(card -> cards.putIfAbsent(card.key(), card));
    boolean readsReports = viewer.roles().stream().anyMatch(REPORT_READERS::contains);
    return new HomePages.Show(
        viewer.getName(),
        of(cards, Card.Whose.READER),
        of(cards, Card.Whose.OTHERS),
        of(cards, Card.Whose.NOBODY),
        readsReports,
        readsReports ? newestReport.get() : Optional.empty(),
        NextStep.of(viewer));
  }

  private static List<Card> of(Map<String, Card> cards, Card.Whose whose) {
    return cards.values().stream().filter(card -> card.whose() == whose).toList();
  }
}
