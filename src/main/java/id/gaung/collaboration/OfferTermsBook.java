package id.gaung.collaboration;

import id.gaung.audit.Foundation;
import id.gaung.identity.IdentityFeature;
import id.gaung.identity.Office;
import id.gaung.identity.Offices;
import id.gaung.identity.People;
import id.gaung.identity.Person;
import id.gaung.kernel.Whatsapp;
import java.util.Optional;
import java.util.UUID;

/** Where the terms of offers are written and read. */
final class OfferTermsBook {

  private final OfferTerms.TermsDao dao;
  private final Offices offices;
  private final People people;

  OfferTermsBook(Foundation foundation, IdentityFeature identity) {
    this.dao = foundation.jdbi().onDemand(OfferTerms.TermsDao.class);
    this.offices = identity.offices();
    this.people = identity.people();
  }

  /** Writes down what the office says now. Joins the caller. */
  void write(Offer offer, UUID officer) {
    dao.insert(now(offer, officer));
  }

  /** The office's name as it is now. */
  String office() {
    return offices.current().name();
  }

  /** What the offer said when it was sent; of one that was not, what it would say now. */
  OfferTerms of(Offer offer) {
    return dao.find(offer.id()).orElseGet(() -> now(offer, offer.createdBy()));
  }

  /** Whether the number is the office's own of today. */
  boolean isOfficial(OfferTerms terms) {
    Optional<Whatsapp> own = offices.current().officerPhone();
    return own.isPresent() && own.equals(terms.officerPhone());
  }

  private OfferTerms now(Offer offer, UUID officer) {
    Office office = offices.current();
    Optional<Person> person = people.find(officer);
    return new OfferTerms(
        offer.id(),
        office.name(),
        office.city(),
        person.map(Person::name).orElse(""),
        person.flatMap(Person::phone).or(office::officerPhone),
        Optional.of(office.paymentDays()),
        Optional.of(office.rightsUntil(offer.workEndsOn())),
        office.adLine());
  }
}
