package id.gaung.demo;

import id.gaung.identity.Person;
import id.gaung.kernel.Actor;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The practice people as the ones who give the commands. */
final class DemoActors {

  private final Map<DemoPerson, Person> people;

  DemoActors(DemoPeople demo) {
    this.people = demo.ensure();
  }

  Actor staff() {
    return actor(DemoPerson.STAFF);
  }

  Actor approver() {
    return actor(DemoPerson.APPROVER);
  }

  Actor admin() {
    return actor(DemoPerson.ADMIN);
  }

  UUID creatorId() {
    return person(DemoPerson.CREATOR).id();
  }

  private Actor actor(DemoPerson who) {
    Person person = person(who);
    return Actor.person(person.id(), person.name(), person.roles());
  }

  private Person person(DemoPerson who) {
    return Optional.ofNullable(people.get(who)).orElseThrow();
  }
}
