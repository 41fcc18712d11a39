package id.gaung.collaboration;

import id.gaung.audit.Foundation;
import id.gaung.db.WhatsappColumn;
import id.gaung.identity.IdentityFeature;
import id.gaung.identity.Office;
import id.gaung.identity.Offices;
import id.gaung.identity.People;
import id.gaung.identity.Person;
import id.gaung.kernel.Whatsapp;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterArgumentFactory;
import org.jdbi.v3.sqlobject.config.RegisterColumnMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * What an offer says of the office and its rules. Written when it is sent; from then on it stays as
 * it was said, whatever the office's settings say.
 *
 * @param officer who invites
 * @param officerPhone of the officer, else of the office
 * @param paymentDays within how many days after the last content is live the fee is paid; empty if
 *     nothing was said
 * @param rightsUntil the last day on which the office may show the photos; empty if nothing was
 *     said
 * @param adLine the first line of every caption
 */
public record OfferTerms(
    UUID offerId,
    String office,
    String city,
    String officer,
    Optional<Whatsapp> officerPhone,
    Optional<Integer> paymentDays,
    Optional<LocalDate> rightsUntil,
    String adLine) {

  /** Where the terms of offers are written and read. */
  static final class Book {

    private final TermsDao dao;
    private final Offices offices;
    private final People people;

    Book(Foundation foundation, IdentityFeature identity) {
      this.dao = foundation.jdbi().onDemand(TermsDao.class);
      this.offices = identity.offices();
      this.people = identity.people();
    }

    /** Writes down what the office says now. Joins the caller. */
    void write(Offer offer, UUID officer) {
      dao.insert(now(offer, officer));
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

  @RegisterArgumentFactory(WhatsappColumn.class)
  @RegisterColumnMapper(WhatsappColumn.class)
  interface TermsDao {

    @SqlQuery("select * from offer_terms where offer_id = :offerId")
    Optional<OfferTerms> find(UUID offerId);

    @SqlUpdate(
        """
        insert into offer_terms (offer_id, office, city, officer, officer_phone, payment_days,
          rights_until, ad_line)
        values (:offerId, :office, :city, :officer, :officerPhone, :paymentDays, :rightsUntil,
          :adLine)
        """)
    void insert(@BindMethods OfferTerms terms);
  }
}
