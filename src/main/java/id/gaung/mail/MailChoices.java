package id.gaung.mail;

import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.identity.NewsChoices;
import id.gaung.kernel.Actor;
import id.gaung.web.Translator;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What people want to get, of what is meant for their roles; at first all of it. */
final class MailChoices implements NewsChoices {

  private final Foundation foundation;
  private final MailDao dao;

  MailChoices(Foundation foundation, MailDao dao) {
    this.foundation = foundation;
    this.dao = dao;
  }

  @Override
  public Map<String, String> offered(Actor by, Translator t) {
    Map<String, String> options = new LinkedHashMap<>();
    MailKind.chosenBy(by.roles())
        .forEach(kind -> options.put(kind.name(), t.name("mail.kind", kind)));
    return options;
  }

  @Override
  public List<String> wanted(Actor by) {
    Set<String> not = Set.copyOf(dao.unwanted(by.id().orElseThrow()));
    return MailKind.chosenBy(by.roles()).stream()
        .map(MailKind::name)
        .filter(kind -> !not.contains(kind))
        .toList();
  }

  @Override
  public void choose(Actor by, Collection<String> wanted) {
    UUID person = by.id().orElseThrow();
    Map<Boolean, List<String>> kinds =
        MailKind.chosenBy(by.roles()).stream()
            .map(MailKind::name)
            .collect(Collectors.partitioningBy(wanted::contains));
    List<String> taken = kinds.getOrDefault(true, List.of());
    List<String> left = kinds.getOrDefault(false, List.of());
    foundation
        .transactions()
        .run(
            () -> {
              dao.want(person, taken);
              dao.refuse(person, left);
              foundation
                  .audit()
                  .record(
                      Change.of(by, "person.mail-chosen", "person", person)
                          .with("kinds", String.join(" ", taken)));
            });
  }
}
