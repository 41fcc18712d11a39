package id.gaung.creator;

import id.gaung.audit.Foundation;
import id.gaung.creator.CreatorAccount.FollowerSource;
import id.gaung.kernel.FieldError;
import id.gaung.kernel.Network;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Wita;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The accounts of creators, written with their creator. */
public final class CreatorAccounts {

  /** Two on most networks are enough for one creator. */
  static final int MOST = 12;

  private final CreatorAccountDao dao;
  private final Foundation on;

  CreatorAccounts(Foundation on) {
    this.on = on;
    this.dao = on.jdbi().onDemand(CreatorAccountDao.class);
  }

  /** By creator, each in its order. */
  Map<UUID, List<CreatorAccount>> of(Collection<UUID> creatorIds) {
    return creatorIds.isEmpty()
        ? Map.of()
        : dao.of(creatorIds).stream().collect(Collectors.groupingBy(CreatorAccount::creatorId));
  }

  /** What Gaung read of those of which posts are measured, the newest last. */
  List<ReadFollowers> read(UUID creatorId) {
    return dao.read(creatorId);
  }

  /**
   * Writes them all anew, unless nothing changed. Joins the caller's transaction.
   *
   * @return whether anything changed
   * @throws Problem invalid, each error under its account's place in the list
   */
  boolean replace(UUID creatorId, List<AccountEntry> asked) {
    List<CreatorAccount> before = dao.of(List.of(creatorId));
    List<CreatorAccount> after = checked(creatorId, asked, before);
    if (after.equals(before)) {
      return false;
    }
    dao.deleteOf(creatorId);
    dao.insert(after);
    return true;
  }

  /** The same, where they may be left out: then nothing changes. */
  boolean replace(UUID creatorId, Optional<List<AccountEntry>> asked) {
    return asked.filter(entered -> replace(creatorId, entered)).isPresent();
  }

  /** Which of the database's rules about a creator was broken, by somebody who was faster. */
  static Problem taken(String rule) {
    return rule.equals(CreatorAccountDao.ONE_ACTIVE)
        ? Problem.invalid("accounts", "creator.account.taken-one")
        : Problem.invalid("whatsapp", "creator.whatsapp.taken");
  }

  private List<CreatorAccount> checked(
      UUID creatorId, List<AccountEntry> asked, List<CreatorAccount> before) {
    List<FieldError> errors = new ArrayList<>();
    if (asked.size() > MOST) {
      errors.add(FieldError.of("accounts", "creator.account.too-many", Integer.toString(MOST)));
    }
    List<CreatorAccount> accounts = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    LocalDate today = Wita.date(on.clock().instant());
    for (int i = 0; i < Math.min(asked.size(), MOST); i++) {
      AccountEntry entry = asked.get(i);
      String at = "accounts[" + i + "].";
      Optional<String> handle = entry.network().handle(entry.handle());
      if (handle.isEmpty()) {
        errors.add(
            FieldError.of(
                at + "handle",
                "creator.account.format",
                entry.network().label(),
                entry.network().example()));
        continue;
      }
      CreatorAccount account = account(creatorId, accounts.size() + 1, entry, handle.get());
      if (!seen.add(key(account))) {
        errors.add(FieldError.of(at + "handle", "creator.account.twice"));
      }
      if (account.followersOn().filter(day -> day.isAfter(today)).isPresent()) {
        errors.add(FieldError.of(at + "followersOn", "creator.account.future"));
      }
      if (account.followers().filter(count -> count < 0).isPresent()) {
        errors.add(FieldError.of(at + "followers", "creator.account.followers.format"));
      }
      // What Gaung read stays as it was read; nobody can say that it did.
      if (entry.source().filter(FollowerSource.READ::equals).isPresent()
          && before.stream().noneMatch(known -> isAsRead(known, account))) {
        errors.add(FieldError.of(at + "source", "field.choice"));
      }
      accounts.add(account);
    }
    errors.addAll(taken(creatorId, accounts));
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    return accounts;
  }

  /** An account is one creator's: whoever is entered twice is found by it. */
  private List<FieldError> taken(UUID creatorId, List<CreatorAccount> accounts) {
    if (accounts.isEmpty()) {
      return List.of();
    }
    Map<String, String> others =
        dao
            .others(
                creatorId,
                accounts.stream().map(account -> account.network().name()).toList(),
                accounts.stream().map(account -> lower(account.handle())).toList())
            .stream()
            .collect(
                Collectors.toMap(
                    CreatorAccountDao.Other::key,
                    CreatorAccountDao.Other::name,
                    (one, other) -> one));
    List<FieldError> errors = new ArrayList<>();
    for (CreatorAccount account : accounts) {
      Optional.ofNullable(others.get(key(account)))
          .ifPresent(
              name ->
                  errors.add(
                      FieldError.of(
                          "accounts[" + (account.place() - 1) + "].handle",
                          "creator.account.taken",
                          name)));
    }
    return errors;
  }

  private CreatorAccount account(UUID creatorId, int place, AccountEntry entry, String handle) {
    boolean told = entry.followers().isPresent();
    return new CreatorAccount(
        creatorId,
        entry.network(),
        handle,
        place,
        entry.followers(),
        told
            ? Optional.of(entry.followersOn().orElseGet(() -> Wita.date(on.clock().instant())))
            : Optional.empty(),
        told ? Optional.of(entry.source().orElse(FollowerSource.STAFF)) : Optional.empty());
  }

  private static boolean isAsRead(CreatorAccount known, CreatorAccount asked) {
    return key(known).equals(key(asked))
        && known.followers().equals(asked.followers())
        && known.followersOn().equals(asked.followersOn())
        && known.followersSource().equals(asked.followersSource());
  }

  private static String key(CreatorAccount account) {
    return account.network() + " " + lower(account.handle());
  }

  private static String lower(String handle) {
    return handle.toLowerCase(Locale.ROOT);
  }

  /**
   * An account as somebody enters it.
   *
   * @param handle typed, or the address of its page
   * @param followers empty if nobody knows
   * @param followersOn today if it is left out beside a number
   * @param source staff if it is left out beside a number
   */
  public record AccountEntry(
      Network network,
      @NotBlank @Size(max = 300) String handle,
      Optional<Long> followers,
      Optional<LocalDate> followersOn,
      Optional<FollowerSource> source) {}
}
