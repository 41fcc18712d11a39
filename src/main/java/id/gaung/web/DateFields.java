package id.gaung.web;

import id.gaung.kernel.FieldError;
import id.gaung.kernel.Problem;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The fields of a form that hold dates. Pages say which they are in hidden fields beside them:
 * {@code _date=NAME} for a date, {@code _datetime=NAME} for a date in NAME with its time in {@code
 * NAME.time} and perhaps a quick answer for both in {@code _chosen.NAME}. What was typed there is
 * read once, when the form comes: the command and the page see {@code 2026-11-24} and {@code
 * 2026-11-24T19:30}, or what was typed where that cannot be read.
 */
final class DateFields {

  static final String TIME = ".time";

  private static final String DATES = "_date";
  private static final String DATE_TIMES = "_datetime";
  private static final String CHOSEN = "_chosen.";

  /**
   * Stands for a date that was left out beside a time: not empty, so that it is not passed over.
   */
  private static final String NONE = "?";

  private DateFields() {}

  /**
   * Reads them all.
   *
   * @return why those cannot be read that cannot
   */
  static List<FieldError> read(Form form) {
    List<FieldError> errors = new ArrayList<>();
    for (String name : form.values(DATES)) {
      String typed = form.value(name);
      if (!typed.isEmpty()) {
        TypedDate.Reading<LocalDate> read = TypedDate.date(typed);
        read.value().ifPresent(date -> form.with(name, date.toString()));
        read.wrong().ifPresent(key -> errors.add(FieldError.of(name, key)));
      }
    }
    form.values(DATE_TIMES).forEach(name -> dateTime(form, name, errors));
    return errors;
  }

  private static void dateTime(Form form, String name, List<FieldError> errors) {
    // A quick answer stands for both fields; a page with scripts lets go of it when one types.
    String chosen = form.value(CHOSEN + name);
    String date = chosen.isEmpty() ? form.value(name) : chosen;
    String time = form.value(name + TIME);
    Optional<LocalDateTime> whole = TypedDate.dateTime(date);
    if (whole.isPresent()) {
      form.with(name, TypedDate.iso(whole.get()));
    } else if (!date.isEmpty() || !time.isEmpty()) {
      parts(form, name, date, time, errors);
    }
  }

  private static void parts(
      Form form, String name, String date, String time, List<FieldError> errors) {
    TypedDate.Reading<LocalDate> day =
        date.isEmpty() ? TypedDate.Reading.not("field.date.missing") : TypedDate.date(date);
    TypedDate.Reading<LocalTime> hour =
        time.isEmpty() ? TypedDate.Reading.not("field.time.missing") : TypedDate.time(time);
    day.wrong().ifPresent(key -> errors.add(FieldError.of(name, key)));
    hour.wrong().ifPresent(key -> errors.add(FieldError.of(name + TIME, key)));
    if (day.value().isPresent() && hour.value().isPresent()) {
      form.with(name, TypedDate.iso(day.value().get().atTime(hour.value().get())));
    } else if (date.isEmpty()) {
      form.with(name, NONE);
    }
  }

  /** What was typed into the field of a date. */
  static String typed(String value) {
    return value.equals(NONE) ? "" : value;
  }

  /**
   * What is wrong with a refused form: of dates that cannot be read their own reasons, which say
   * more than the command's.
   */
  static List<FieldError> named(List<FieldError> undated, Problem refused) {
    if (refused.kind() != Problem.Kind.INVALID || undated.isEmpty()) {
      return refused.errors();
    }
    Set<String> fields =
        undated.stream()
            .map(FieldError::field)
            .map(field -> field.endsWith(TIME) ? field.replace(TIME, "") : field)
            .collect(Collectors.toSet());
    List<FieldError> all = new ArrayList<>(refused.errors());
    all.removeIf(error -> fields.contains(error.field()));
    all.addAll(undated);
    return all;
  }
}
