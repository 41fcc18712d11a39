package id.gaung.creator;

import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.creator.CreatorAccounts.AccountEntry;
import id.gaung.creator.CreatorDao.CreatorRow;
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
import id.gaung.media.Photos;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The directory of creators and local media. */
public final class Creators {

  private final Foundation on;
  private final Supplier<Map<String, String>> kecamatanNames;
  private final Photos photos;
  private final CreatorDao dao;
  private final CreatorAccounts accounts;

  /**
   * @param kecamatanNames the city's districts, code to name
   */
  public Creators(Foundation on, Supplier<Map<String, String>> kecamatanNames, Photos photos) {
    this.on = on;
    this.kecamatanNames = kecamatanNames;
    this.photos = photos;
    this.dao = on.jdbi().onDemand(CreatorDao.class);
    this.accounts = new CreatorAccounts(on);
    photos.usedBy(dao::shown);
  }

  /** What Gaung read of the followers of one's accounts. */
  List<ReadFollowers> readFollowers(UUID id) {
    return accounts.read(id);
  }

  /** The accounts of each in their order; of those who have none nothing. */
  public Map<UUID, List<CreatorAccount>> accounts(Collection<UUID> ids) {
    return accounts.of(ids);
  }

  public Optional<Creator> find(UUID id) {
    return Optional.ofNullable(find(List.of(id)).get(id));
  }

  public Map<UUID, Creator> find(Collection<UUID> ids) {
    return ids.isEmpty()
        ? Map.of()
        : dao.find(ids).stream().collect(Collectors.toMap(Creator::id, Function.identity()));
  }

  /** The creator who signs in as this person. */
  public Optional<Creator> ofPerson(UUID personId) {
    return dao.ofPerson(personId);
  }

  /** Active and retired ones, by name. */
  public Page<Creator> page(String search, int page) {
    return page(search, false, page);
  }

  /**
   * By name.
   *
   * @param search a part of the name or of the WhatsApp number; empty for all
   * @param onlyActive without the retired ones, for choosing whom to invite
   */
  public Page<Creator> page(String search, boolean onlyActive, int page) {
    String like = CreatorSearch.name(search);
    String digits = CreatorSearch.digits(search);
    PageRequest asked = PageRequest.of(page);
    return asked.page(
        dao.page(like, digits, onlyActive, asked.size(), asked.offset()),
        dao.count(like, digits, onlyActive));
  }

  /**
   * Active ones for choosing whom to invite, by name: the first of them.
   *
   * @param search a part of the name or of the WhatsApp number; empty for all
   * @param without those that are no choice any more
   */
  public Page<Creator> choices(String search, Collection<UUID> without) {
    String like = CreatorSearch.name(search);
    String digits = CreatorSearch.digits(search);
    PageRequest asked = PageRequest.of(1);
    return asked.page(
        dao.choices(like, digits, without, asked.size()), dao.countChoices(like, digits, without));
  }

  /**
   * @throws Problem if a field is wrong or an active creator has that number
   */
  public Creator create(Actor by, CreateCreator asked) {
    Permissions.require(by, Role.STAFF);
    return on.transactions()
        .call(
            () -> {
              CreatorRow row = row(on.ids().next(), asked, true, 0);
              UniqueRule.callNamed(
                  () -> dao.insert(row) > 0 && accounts.replace(row.id(), asked.accounts()),
                  CreatorAccounts::taken);
              on.audit()
                  .record(
                      Change.of(by, "creator.created", "creator", row.id())
                          .with("name", row.name()));
              return find(row.id()).orElseThrow();
            });
  }

  /**
   * @throws Problem if a field is wrong, an active creator has that number, or somebody was faster
   */
  public Creator change(Actor by, UUID id, ChangeCreator asked) {
    Permissions.require(by, Role.STAFF);
    return on.transactions()
        .call(
            () -> {
              Creator before = find(id).orElseThrow(Problem::notFound);
              CreatorRow row = row(id, asked.facts(), asked.active(), asked.version());
              if (dao.lock(id, asked.version()).isEmpty()) {
                throw Problem.stale();
              }
              // First the accounts: who becomes active again may give one away with it.
              boolean others =
                  UniqueRule.callNamed(
                      () ->
                          Boolean.logicalAnd(
                              accounts.replace(id, asked.accounts()), dao.update(row) > 0),
                      CreatorAccounts::taken);
              on.audit().record(changed(by, before, row, others));
              return find(id).orElseThrow();
            });
  }

  /**
   * Lets a person's account be this creator's.
   *
   * @throws Problem if the account is another creator's
   */
  public void link(Actor by, UUID id, UUID personId) {
    Permissions.require(by, Role.STAFF);
    on.transactions()
        .run(
            () -> {
              int linked =
                  UniqueRule.call(
                      () -> dao.link(id, personId, on.clock().instant()),
                      () -> Problem.conflict("creator.person.taken"));
              if (linked == 0) {
                throw Problem.notFound();
              }
              on.audit()
                  .record(Change.of(by, "creator.linked", "creator", id).with("person", personId));
            });
  }

  /**
   * The number, the address and the accounts are personal: the log says that they changed, not what
   * they were.
   */
  private static Change changed(Actor by, Creator before, CreatorRow after, boolean accounts) {
    List<String> fields = after.differing(before);
    if (accounts) {
      fields.add("accounts");
    }
    Change change =
        Change.of(by, "creator.changed", "creator", after.id()).with("name", after.name());
    if (!before.name().equals(after.name())) {
      change = change.with("nameBefore", before.name());
    }
    if (before.active() != after.active()) {
      change = change.with("active", after.active());
    }
    return fields.isEmpty() ? change : change.with("fields", String.join(",", fields));
  }

  private CreatorRow row(UUID id, CreateCreator asked, boolean active, int version) {
    List<FieldError> errors = new ArrayList<>();
    Optional<Whatsapp> whatsapp = Whatsapp.parse(asked.whatsapp());
    if (whatsapp.isEmpty()) {
      errors.add(FieldError.of("whatsapp", "creator.whatsapp.format"));
    }
    Optional<String> kecamatan = asked.kecamatanCode().filter(code -> !code.isBlank());
    if (kecamatan.isPresent() && !kecamatanNames.get().containsKey(kecamatan.get())) {
      errors.add(FieldError.of("kecamatanCode", "field.choice"));
    }
    if (asked.photoId().isPresent() && asked.photoId().flatMap(photos::find).isEmpty()) {
      errors.add(FieldError.of("photo", "creator.photo.unknown"));
    }
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    return new CreatorRow(
        id,
        Typed.name(asked.name()),
        asked.kind().name(),
        whatsapp.orElseThrow(),
        Optional.of(asked.email().strip()).filter(email -> !email.isEmpty()),
        kecamatan,
        asked.note().replaceAll("[\\p{Cntrl}&&[^\n\t]]", "").strip(),
        asked.photoId(),
        active,
        on.clock().instant(),
        version);
  }

  /**
   * A creator to be entered.
   *
   * @param whatsapp in any usual form
   */
  public record CreateCreator(
      @NotBlank @Size(max = 120) String name,
      CreatorKind kind,
      @NotBlank @Size(max = 40) @PhoneNumber(message = "creator.whatsapp.format") String whatsapp,
      @Email @Size(max = 200) String email,
      Optional<String> kecamatanCode,
      @Size(max = 2000) String note,
      Optional<UUID> photoId,
      Optional<List<AccountEntry>> accounts) {

    /** One without a picture and without accounts. */
    public CreateCreator(
        String name,
        CreatorKind kind,
        String whatsapp,
        String email,
        Optional<String> kecamatanCode,
        String note) {
      this(name, kind, whatsapp, email, kecamatanCode, note, Optional.empty(), Optional.empty());
    }

    /** The same with these accounts. */
    public CreateCreator with(List<AccountEntry> entered) {
      return new CreateCreator(
          name, kind, whatsapp, email, kecamatanCode, note, photoId, Optional.of(entered));
    }
  }
}
