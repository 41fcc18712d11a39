package id.gaung.identity;

import id.gaung.audit.Audit;
import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.db.Transactions;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Ids;
import id.gaung.kernel.Page;
import id.gaung.kernel.PageRequest;
import id.gaung.kernel.Permissions;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.kernel.Typed;
import id.gaung.kernel.Whatsapp;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The people who may sign in. Commands are for administrators (and for Gaung itself, on the command
 * line and in practice mode) and are audited.
 */
public final class People {

  private final PersonDao dao;
  private final PeopleCounts counts;
  private final SignInEnds ends;
  private final Transactions transactions;
  private final Audit audit;
  private final Ids ids;
  private final Clock clock;

  People(Foundation foundation, SignInEnds ends) {
    this.dao = foundation.jdbi().onDemand(PersonDao.class);
    this.counts = foundation.jdbi().onDemand(PeopleCounts.class);
    this.ends = ends;
    this.transactions = foundation.transactions();
    this.audit = foundation.audit();
    this.ids = foundation.ids();
    this.clock = foundation.clock();
  }

  public Optional<Person> find(UUID id) {
    return dao.find(id);
  }

  /** Those of them who exist, by their ids. */
  public Map<UUID, Person> find(Collection<UUID> ids) {
    return ids.isEmpty()
        ? Map.of()
        : dao.found(List.copyOf(ids)).stream()
            .collect(Collectors.toMap(Person::id, Function.identity()));
  }

  /** The active people who have the role. */
  public List<UUID> holding(Role role) {
    return dao.holding(role);
  }

  public Optional<Person> findByEmail(String email) {
    return dao.findByEmail(email(email));
  }

  /** The names of those of the people who exist. */
  public Map<UUID, String> names(Collection<UUID> ids) {
    return ids.isEmpty() ? Map.of() : dao.names(ids.toArray(UUID[]::new));
  }

  /** Everybody's name, to choose from; the first 500 in the order of the alphabet. */
  public Map<UUID, String> everybody() {
    return dao.all(500);
  }

  /** Active people who have one of the roles, by name; at most 500. */
  public List<Person> active(Role... roles) {
    return dao.active(Arrays.stream(roles).map(Role::name).toList(), 500);
  }

  /** The same to choose from: names by id, as forms send it. */
  public Map<String, String> choices(Role... roles) {
    Map<String, String> names = new LinkedHashMap<>();
    active(roles).forEach(person -> names.put(person.id().toString(), person.name()));
    return names;
  }

  /** Whether nobody has been added yet, so that nobody can sign in. */
  public boolean isEmpty() {
    return !dao.any();
  }

  /**
   * By name.
   *
   * @param search part of a name or an e-mail address; empty for everybody
   */
  public Page<Person> page(String search, int number) {
    String pattern =
        "%"
            + Typed.name(search).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
            + "%";
    PageRequest asked = PageRequest.of(number);
    return asked.page(dao.page(pattern, asked.size(), asked.offset()), dao.count(pattern));
  }

  /** Those of the people who cannot get in until somebody makes a sign-in link for them. */
  public Set<UUID> withoutWayIn(Collection<Person> of) {
    return of.isEmpty()
        ? Set.of()
        : counts.withoutWayIn(of.stream().map(Person::id).toList(), clock.instant());
  }

  /** Adds a person without a password: the first way in is a sign-in link. */
  public Person create(Actor by, CreatePerson person) {
    Permissions.require(by, Role.ADMIN);
    return transactions.call(
        () -> {
          UUID id = ids.next();
          String email = email(person.email());
          if (dao.insert(id, email, Typed.name(person.name()), clock.instant()) == 0) {
            throw Problem.invalid("email", "person.email-taken");
          }
          Set<Role> roles = Set.copyOf(person.roles());
          dao.insertRoles(id, names(roles));
          audit.record(
              Change.of(by, "person.created", "person", id)
                  .with("email", email)
                  .with("roles", text(roles)));
          return existing(id);
        });
  }

  /**
   * Changes name and roles. New roles hold from the person's next request.
   *
   * @throws Problem if somebody was faster, or if nobody would be administrator any more
   */
  public Person edit(Actor by, UUID id, ChangePerson edit) {
    Permissions.require(by, Role.ADMIN);
    return transactions.call(
        () -> {
          dao.lockAdministrators();
          Person before = existing(id);
          Set<Role> roles = Set.copyOf(edit.roles());
          String name = Typed.name(edit.name());
          Optional<Whatsapp> phone =
              edit.phone().map(typed -> phone("phone", typed)).orElseGet(before::phone);
          update(before, name, phone, before.active(), edit.version());
          dao.deleteRoles(id);
          dao.insertRoles(id, names(roles));
          someAdministratorLeft(before);
          audit.record(
              Change.of(by, "person.changed", "person", id)
                  .with("name", name)
                  .with("from", text(before.roles()))
                  .with("to", text(roles)));
          return existing(id);
        });
  }

  /** Ends the person's access at once: sessions, unused links and API tokens. */
  public Person deactivate(Actor by, UUID id, int version) {
    Permissions.require(by, Role.ADMIN);
    return transactions.call(
        () -> {
          dao.lockAdministrators();
          Person before = existing(id);
          update(before, before.name(), before.phone(), false, version);
          someAdministratorLeft(before);
          ends.endEverything(id, clock.instant());
          audit.record(Change.of(by, "person.deactivated", "person", id));
          return existing(id);
        });
  }

  /** Lets the person sign in again; what was ended stays ended. */
  public Person activate(Actor by, UUID id, int version) {
    Permissions.require(by, Role.ADMIN);
    return transactions.call(
        () -> {
          Person before = existing(id);
          update(before, before.name(), before.phone(), true, version);
          audit.record(Change.of(by, "person.activated", "person", id));
          return existing(id);
        });
  }

  /** The one way in which an e-mail address is written in the database. */
  static String email(String typed) {
    return typed.strip().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a number as people type it; empty for none.
   *
   * @throws Problem invalid, of that field, if it is none
   */
  static Optional<Whatsapp> phone(String field, String typed) {
    if (typed.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        Whatsapp.parse(typed).orElseThrow(() -> Problem.invalid(field, "person.phone-format")));
  }

  private Person existing(UUID id) {
    return dao.find(id).orElseThrow(Problem::notFound);
  }

  private void update(
      Person person, String name, Optional<Whatsapp> phone, boolean active, int version) {
    if (dao.update(person.id(), name, phone, active, version) == 0) {
      throw Problem.stale();
    }
  }

  private void someAdministratorLeft(Person before) {
    boolean was = before.active() && before.roles().contains(Role.ADMIN);
    if (was && dao.activeAdministrators() == 0) {
      throw Problem.conflict("person.last-administrator");
    }
  }

  private static String[] names(Set<Role> roles) {
    return roles.stream().map(Role::name).toArray(String[]::new);
  }

  private static String text(Set<Role> roles) {
    return new TreeSet<>(roles).stream().map(Role::name).collect(Collectors.joining(" "));
  }

  /** The command to add a person, who has no password yet and comes in by a link. */
  public record CreatePerson(
      @NotBlank @Email @Size(max = 200) String email,
      @NotBlank @Size(max = 200) String name,
      @NotEmpty List<Role> roles) {}
}
