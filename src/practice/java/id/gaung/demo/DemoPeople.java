package id.gaung.demo;

import id.gaung.db.Transactions;
import id.gaung.identity.People;
import id.gaung.identity.Person;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Problem;
import java.util.EnumMap;
import java.util.Map;

/** The people of practice mode. They have no password: one button each signs them in. */
public final class DemoPeople {

  private static final Actor BY = Actor.system("practice");

  private final People people;
  private final Transactions transactions;

  public DemoPeople(People people, Transactions transactions) {
    this.people = people;
    this.transactions = transactions;
  }

  /** Adds those who are missing, leaves the others as they are, and returns them all. */
  public Map<DemoPerson, Person> ensure() {
    return transactions.call(
        () -> {
          Map<DemoPerson, Person> all = new EnumMap<>(DemoPerson.class);
          for (DemoPerson demo : DemoPerson.values()) {
            all.put(
                demo,
                people
                    .findByEmail(demo.email())
                    .orElseGet(() -> people.create(BY, demo.asNewPerson())));
          }
          return all;
        });
  }

  /**
   * One of them, who may come in.
   *
   * @throws Problem if somebody who practises has deactivated that one
   */
  Person active(DemoPerson demo) {
    return people
        .findByEmail(demo.email())
        .filter(Person::active)
        .orElseThrow(() -> Problem.conflict("practice.off", demo.personName()));
  }
}
