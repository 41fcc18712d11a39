package id.gaung.collaboration;

import id.gaung.db.WhatsappColumn;
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
