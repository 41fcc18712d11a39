package id.gaung.creator;

import id.gaung.creator.CreatorAccount.FollowerSource;
import id.gaung.creator.CreatorAccounts.AccountEntry;
import id.gaung.kernel.FieldError;
import id.gaung.kernel.Network;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Typed;
import id.gaung.web.Form;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The accounts of a creator as lines of a form. A line without a name is no account. */
final class AccountLines {

  private static final int BLANK = 2;

  /** {@code 12400}, {@code 12.400} or {@code 12 400}. */
  private static final Pattern COUNT = Pattern.compile("[0-9]{1,12}|[0-9]{1,3}([. ][0-9]{3}){1,3}");

  private AccountLines() {}

  static String field(int line, String name) {
    return "accounts[" + line + "]." + name;
  }

  static Map<String, String> networks() {
    Map<String, String> networks = new LinkedHashMap<>();
    for (Network network : Network.all()) {
      networks.put(network.name(), network.label());
    }
    return networks;
  }

  /** How many lines the form needs: those typed, and some to add. */
  static int lines(Form form) {
    int last = 0;
    for (int i = 0; i < CreatorAccounts.MOST; i++) {
      if (!form.value(field(i, "handle")).isEmpty()) {
        last = i + 1;
      }
    }
    return Math.min(CreatorAccounts.MOST, last + BLANK);
  }

  static Form fill(Form form, List<CreatorAccount> accounts) {
    for (int i = 0; i < accounts.size(); i++) {
      CreatorAccount account = accounts.get(i);
      form.with(field(i, "network"), account.network().name());
      form.with(field(i, "handle"), account.shown());
      form.with(field(i, "followers"), account.followers().map(String::valueOf).orElse(""));
      form.with(field(i, "followersOn"), account.followersOn().map(LocalDate::toString).orElse(""));
      form.with(field(i, "source"), account.followersSource().map(FollowerSource::name).orElse(""));
    }
    return form;
  }

  /**
   * @throws Problem invalid if a line cannot be read; each error under its own field. Lines that
   *     are left blank between others are closed up, so that errors name the lines as shown again
   */
  static List<AccountEntry> read(Form form) {
    List<FieldError> errors = new ArrayList<>();
    List<AccountEntry> entries = new ArrayList<>();
    close(form);
    for (int i = 0; i < CreatorAccounts.MOST; i++) {
      String handle = form.value(field(i, "handle"));
      if (handle.isEmpty()) {
        continue;
      }
      Optional<Network> network = Network.named(form.value(field(i, "network")));
      if (network.isEmpty()) {
        errors.add(FieldError.of(field(i, "network"), "creator.account.network.choose"));
        continue;
      }
      entries.add(
          new AccountEntry(
              network.get(),
              handle.length() > 300 ? handle.substring(0, 300) : handle,
              count(form, i, errors),
              day(form, i, errors),
              one(FollowerSource.values(), form.value(field(i, "source")))));
    }
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    return entries;
  }

  private static void close(Form form) {
    int to = 0;
    for (int from = 0; from < CreatorAccounts.MOST; from++) {
      if (form.value(field(from, "handle")).isEmpty()) {
        continue;
      }
      if (from != to) {
        for (String name : List.of("network", "handle", "followers", "followersOn", "source")) {
          form.with(field(to, name), form.value(field(from, name)));
          form.with(field(from, name), "");
        }
      }
      to++;
    }
  }

  private static Optional<Long> count(Form form, int line, List<FieldError> errors) {
    String typed = Typed.whole(form.value(field(line, "followers")));
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    if (!COUNT.matcher(typed).matches()) {
      errors.add(FieldError.of(field(line, "followers"), "creator.account.followers.format"));
      return Optional.empty();
    }
    return Optional.of(Long.parseLong(typed.replaceAll("[. ]", "")));
  }

  private static Optional<LocalDate> day(Form form, int line, List<FieldError> errors) {
    String typed = form.value(field(line, "followersOn"));
    try {
      return typed.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(typed));
    } catch (DateTimeParseException wrong) {
      errors.add(FieldError.of(field(line, "followersOn"), "field.date"));
      return Optional.empty();
    }
  }

  private static <T extends Enum<T>> Optional<T> one(T[] values, String name) {
    return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
  }
}
