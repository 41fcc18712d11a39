package id.gaung.catalogue;

import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.catalogue.UmkmAccountDao.AccountRow;
import id.gaung.catalogue.UmkmDao.UmkmRow;
import id.gaung.db.UniqueRule;
import id.gaung.kernel.Actor;
import id.gaung.kernel.FieldError;
import id.gaung.kernel.Page;
import id.gaung.kernel.PageRequest;
import id.gaung.kernel.Permissions;
import id.gaung.kernel.PhoneNumber;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.kernel.Typed;
import id.gaung.kernel.Whatsapp;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The small businesses. */
public final class Umkms {

  private final Foundation on;
  private final Territory territory;
  private final UmkmDao dao;
  private final UmkmAccountDao accounts;

  public Umkms(Foundation on, Territory territory) {
    this.on = on;
    this.territory = territory;
    this.dao = on.jdbi().onDemand(UmkmDao.class);
    this.accounts = on.jdbi().onDemand(UmkmAccountDao.class);
  }

  public Optional<Umkm> find(UUID id) {
    return dao.find(id);
  }

  /** Where it is on social media, in the order in which that was entered. */
  public List<UmkmAccount> accounts(UUID id) {
    return accounts(List.of(id)).getOrDefault(id, List.of());
  }

  /** The same of several; those without any are left out. */
  Map<UUID, List<UmkmAccount>> accounts(Collection<UUID> ids) {
    return AccountRow.byUmkm(accounts.of(ids));
  }

  private void write(UUID id, List<UmkmAccount> all) {
    accounts.forget(List.of(id));
    accounts.insert(AccountRow.rows(Map.of(id, all)));
  }

  private static List<UmkmAccount> read(List<String> typed) {
    List<UmkmAccount> all =
        typed.stream().flatMap(text -> UmkmAccount.parse(text).stream()).distinct().toList();
    if (typed.size() > UmkmAccount.MOST
        || typed.stream().anyMatch(text -> UmkmAccount.parse(text).isEmpty())) {
      throw Problem.invalid("accounts", "catalogue.account.format");
    }
    return all;
  }

  /**
   * By name.
   *
   * @param search a part of the name or of the NIB; empty for all
   * @param kecamatanCode of one district; empty for all
   */
  public Page<Umkm> page(String search, String kecamatanCode, int page) {
    String like = Names.anywhere(search);
    PageRequest asked = PageRequest.of(page);
    return asked.page(
        dao.page(like, kecamatanCode, asked.size(), asked.offset()),
        dao.count(like, kecamatanCode));
  }

  /**
   * @throws Problem if a field is wrong or the NIB is already known
   */
  public Umkm create(Actor by, CreateUmkm asked) {
    Permissions.require(by, Role.STAFF);
    return on.transactions()
        .call(
            () -> {
              UmkmRow row = row(on.ids().next(), asked, 0);
              List<UmkmAccount> all = read(asked.accounts());
              UniqueRule.call(() -> dao.insert(row), Umkms::nibTaken);
              write(row.id(), all);
              on.audit()
                  .record(Change.of(by, "umkm.created", "umkm", row.id()).with("name", row.name()));
              return dao.find(row.id()).orElseThrow();
            });
  }

  /**
   * @throws Problem if a field is wrong, the NIB belongs to another one, or somebody was faster
   */
  public Umkm change(Actor by, UUID id, ChangeUmkm asked) {
    Permissions.require(by, Role.STAFF);
    return on.transactions()
        .call(
            () -> {
              Umkm before = dao.find(id).orElseThrow(Problem::notFound);
              UmkmRow row = row(id, asked.facts(), asked.version());
              List<UmkmAccount> all = read(asked.accounts());
              boolean moved = !all.equals(accounts(id));
              if (UniqueRule.call(() -> dao.update(row), Umkms::nibTaken) == 0) {
                throw Problem.stale();
              }
              if (moved) {
                write(id, all);
              }
              on.audit().record(changed(by, before, row, moved));
              return dao.find(id).orElseThrow();
            });
  }

  /** The WhatsApp number is personal: the log says that it changed, not what it was. */
  static Change changed(Actor by, Umkm before, UmkmRow after, boolean accountsToo) {
    List<String> fields = new ArrayList<>();
    Change change = Change.of(by, "umkm.changed", "umkm", after.id()).with("name", after.name());
    if (!before.name().equals(after.name())) {
      change = change.with("nameBefore", before.name());
    }
    if (!before.nib().equals(after.nib())) {
      fields.add("nib");
    }
    if (!before.kecamatanCode().equals(after.kecamatanCode())) {
      fields.add("kecamatan");
    }
    if (!before.kelurahanId().equals(after.kelurahanId())) {
      fields.add("kelurahan");
    }
    if (!before.whatsapp().equals(after.whatsapp())) {
      fields.add("whatsapp");
    }
    if (accountsToo) {
      fields.add("accounts");
    }
    return fields.isEmpty() ? change : change.with("fields", String.join(",", fields));
  }

  private UmkmRow row(UUID id, CreateUmkm asked, int version) {
    List<FieldError> errors = new ArrayList<>();
    Optional<Nib> nib = Nib.parse(asked.nib());
    if (nib.isEmpty() && !asked.nib().isBlank()) {
      errors.add(FieldError.of("nib", "catalogue.nib.format"));
    }
    Optional<Whatsapp> whatsapp = Whatsapp.parse(asked.whatsapp());
    if (whatsapp.isEmpty() && !asked.whatsapp().isBlank()) {
      errors.add(FieldError.of("whatsapp", "catalogue.whatsapp.format"));
    }
    if (territory.kecamatan(asked.kecamatanCode()).isEmpty()) {
      errors.add(FieldError.of("kecamatanCode", "field.choice"));
    } else if (asked.kelurahanId().isPresent() && !liesWithin(asked)) {
      errors.add(FieldError.of("kelurahanId", "catalogue.kelurahan.elsewhere"));
    }
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    return new UmkmRow(
        id,
        nib,
        Typed.name(asked.name()),
        asked.kecamatanCode(),
        asked.kelurahanId(),
        whatsapp,
        on.clock().instant(),
        version);
  }

  private boolean liesWithin(CreateUmkm asked) {
    return asked
        .kelurahanId()
        .flatMap(territory::kelurahan)
        .filter(k -> k.kecamatanCode().equals(asked.kecamatanCode()))
        .isPresent();
  }

  private static Problem nibTaken() {
    return Problem.invalid("nib", "catalogue.nib.taken");
  }

  /**
   * A business as it should be.
   *
   * @param accounts all of them, such as {@code network/dapurlaut}
   * @param version of the row that was read
   */
  public record ChangeUmkm(
      @NotBlank @Size(max = 150) String name,
      @Size(max = 40) String nib,
      @NotBlank String kecamatanCode,
      Optional<Integer> kelurahanId,
      @Size(max = 40) @PhoneNumber(message = "catalogue.whatsapp.format") String whatsapp,
      List<String> accounts,
      int version) {

    static ChangeUmkm of(Umkm umkm, List<UmkmAccount> accounts) {
      return new ChangeUmkm(
          umkm.name(),
          umkm.nib().map(Nib::digits).orElse(""),
          umkm.kecamatanCode(),
          umkm.kelurahanId(),
          umkm.whatsapp().map(w -> "0" + w.digits().substring(2)).orElse(""),
          accounts.stream().map(UmkmAccount::text).toList(),
          umkm.version());
    }

    CreateUmkm facts() {
      return new CreateUmkm(name, nib, kecamatanCode, kelurahanId, whatsapp, accounts);
    }
  }

  /**
   * A business to be entered.
   *
   * @param nib 13 digits, or empty while it is not known
   * @param whatsapp in any usual form, or empty
   * @param accounts such as {@code network/dapurlaut}
   */
  public record CreateUmkm(
      @NotBlank @Size(max = 150) String name,
      @Size(max = 40) String nib,
      @NotBlank String kecamatanCode,
      Optional<Integer> kelurahanId,
      @Size(max = 40) @PhoneNumber(message = "catalogue.whatsapp.format") String whatsapp,
      List<String> accounts) {}
}
