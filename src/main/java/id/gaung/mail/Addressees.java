package id.gaung.mail;

import id.gaung.identity.People;
import id.gaung.identity.Person;
import id.gaung.mail.MailDao.Unwanted;
import id.gaung.mail.WriteMail.To;
import id.gaung.mail.WriteMail.Who;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who is behind a message's recipient, and what they want to get. */
final class Addressees {

  private final People people;
  private final MailDao dao;
  private volatile Addressee.Book creators = ids -> Map.of();

  Addressees(People people, MailDao dao) {
    this.people = people;
    this.dao = dao;
  }

  void creatorsIn(Addressee.Book book) {
    creators = book;
  }

  /** Those of them who exist; two queries however many. */
  Map<To, Addressee> find(Collection<To> all) {
    Map<To, Addressee> found = new HashMap<>();
    people
        .find(ids(all, Who.PERSON))
        .forEach((id, person) -> found.put(To.person(id), addressee(person)));
    creators
        .find(ids(all, Who.CREATOR))
        .forEach((id, creator) -> found.put(To.creator(id), creator));
    return found;
  }

  Optional<Addressee> find(To to) {
    return Optional.ofNullable(find(List.of(to)).get(to));
  }

  /** What each of them does not want, by person. */
  Map<UUID, Set<MailKind>> unwanted(Collection<Addressee> of) {
    List<UUID> ids = of.stream().flatMap(one -> one.person().stream()).distinct().toList();
    return ids.isEmpty()
        ? Map.of()
        : dao.unwantedOf(ids).stream()
            .collect(
                Collectors.groupingBy(
                    Unwanted::personId,
                    Collectors.mapping(row -> MailKind.valueOf(row.kind()), Collectors.toSet())));
  }

  boolean wants(Addressee one, MailKind kind) {
    return wants(one, kind, unwanted(List.of(one)));
  }

  static boolean wants(Addressee one, MailKind kind, Map<UUID, Set<MailKind>> unwanted) {
    return !kind.isChosen()
        || one.person()
            .map(person -> unwanted.getOrDefault(person, Set.of()))
            .filter(set -> set.contains(kind))
            .isEmpty();
  }

  private static List<UUID> ids(Collection<To> all, Who who) {
    return all.stream().filter(to -> to.who() == who).map(To::id).distinct().toList();
  }

  private static Addressee addressee(Person person) {
    return new Addressee(
        person.name(),
        Optional.of(person.email()),
        person.phone(),
        person.language(),
        Optional.of(person.id()),
        person.active());
  }
}
