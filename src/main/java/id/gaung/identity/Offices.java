package id.gaung.identity;

import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.db.WhatsappColumn;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Permissions;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.kernel.Whatsapp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterArgumentFactory;
import org.jdbi.v3.sqlobject.config.RegisterColumnMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * What the office says of itself. The settings file gives the first values; once an administrator
 * has changed them, the database rules.
 */
public final class Offices {

  private final OfficeDao dao;
  private final Foundation foundation;
  private volatile Office first;

  /**
   * @param first what counts until an administrator changes it
   */
  public Offices(Foundation foundation, Office first) {
    this.dao = foundation.jdbi().onDemand(OfficeDao.class);
    this.foundation = foundation;
    this.first = first;
  }

  public Office current() {
    return dao.read().orElse(first);
  }

  /** The mark that the settings file names, as a photo; it counts as its other values do. */
  public void firstLogo(UUID photoId) {
    first = first.withLogo(photoId);
  }

  /** Those of the photos that are its mark, or were named as such by the settings file. */
  public Set<UUID> shown(Collection<UUID> photos) {
    Set<UUID> shown = new HashSet<>(dao.shown(photos));
    first.logoPhotoId().filter(photos::contains).ifPresent(shown::add);
    return shown;
  }

  /**
   * Changes everything at once. Offers that were sent keep what they said.
   *
   * @throws Problem stale if somebody was faster; invalid if the number is none
   */
  public void change(Actor by, ChangeOffice asked) {
    Permissions.require(by, Role.ADMIN);
    Optional<Whatsapp> phone = People.phone("officerPhone", asked.officerPhone());
    foundation
        .transactions()
        .run(
            () -> {
              Office office =
                  new Office(
                      asked.name().strip(),
                      asked.city().strip(),
                      asked.province().strip(),
                      phone,
                      asked.paymentDays(),
                      asked.rightsMonths(),
                      asked.adLine().strip(),
                      asked.letterhead().strip(),
                      asked.logoPhotoId(),
                      asked.version());
              Map<String, String> before = said(current());
              if (dao.write(office, by.id().orElseThrow(), foundation.clock().instant()) == 0) {
                throw Problem.stale();
              }
              foundation.audit().record(changed(by, before, said(office)));
            });
  }

  /** Names what is other than before, with both values. */
  private static Change changed(Actor by, Map<String, String> before, Map<String, String> after) {
    Change change = new Change(by, "office.changed", "office", Optional.empty(), Map.of());
    for (Map.Entry<String, String> one : after.entrySet()) {
      String was = before.getOrDefault(one.getKey(), "");
      if (!was.equals(one.getValue())) {
        change = change.with(one.getKey(), one.getValue()).with(one.getKey() + "Before", was);
      }
    }
    return change;
  }

  private static Map<String, String> said(Office office) {
    Map<String, String> said = new LinkedHashMap<>();
    said.put("name", office.name());
    said.put("city", office.city());
    said.put("province", office.province());
    said.put("officerPhone", office.officerPhone().map(Whatsapp::spoken).orElse(""));
    said.put("paymentDays", String.valueOf(office.paymentDays()));
    said.put("rightsMonths", String.valueOf(office.rightsMonths()));
    said.put("adLine", office.adLine());
    said.put("letterhead", office.letterhead());
    said.put("logo", office.logoPhotoId().map(UUID::toString).orElse(""));
    return said;
  }

  @RegisterArgumentFactory(WhatsappColumn.class)
  @RegisterColumnMapper(WhatsappColumn.class)
  interface OfficeDao {

    @SqlQuery(
        """
        select name, city, province, officer_phone, payment_days, rights_months, ad_line,
          letterhead, logo_photo_id, version
        from office
        """)
    Optional<Office> read();

    @SqlQuery("select logo_photo_id from office where logo_photo_id = any(:photos)")
    Set<UUID> shown(Collection<UUID> photos);

    // Two who change it at once meet here: the second finds another version and is told.
    @SqlUpdate(
        """
        insert into office (name, city, province, officer_phone, payment_days, rights_months,
          ad_line, letterhead, logo_photo_id, changed_by, changed_at, version)
        select :name, :city, :province, :officerPhone, :paymentDays, :rightsMonths, :adLine,
          :letterhead, :logoPhotoId, :changedBy, :now, 1
        where :version = 0 or exists (select from office)
        on conflict (single) do update set name = :name, city = :city, province = :province,
          officer_phone = :officerPhone, payment_days = :paymentDays,
          rights_months = :rightsMonths, ad_line = :adLine, letterhead = :letterhead,
          logo_photo_id = :logoPhotoId, changed_by = :changedBy, changed_at = :now, version = office.version + 1
        where office.version = :version
        """)
    int write(@BindMethods Office office, UUID changedBy, Instant now);
  }
}
