package id.gaung.web;

import id.gaung.kernel.FieldError;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Typed;
import id.gaung.kernel.Wita;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a person typed into a form, kept as typed, with what was wrong with it. Doors take it as
 * their parameter; templates show it again, so that nothing typed is ever lost.
 */
public final class Form {

  private static final Set<Problem.Kind> SHOWN_AGAIN =
      EnumSet.of(Problem.Kind.INVALID, Problem.Kind.CONFLICT, Problem.Kind.TOO_MANY);

  private final Map<String, List<String>> values;
  private final Map<String, Upload> files;
  private final List<FieldError> undated = new ArrayList<>();
  private final List<FieldError> unfit = new ArrayList<>();
  private final List<FieldError> errors = new ArrayList<>();
  private final Map<String, String> labels = new HashMap<>();
  private boolean sentBefore;
  private Optional<Problem> refusal = Optional.empty();
  private Optional<Form> stored = Optional.empty();

  Form(Map<String, List<String>> values, Map<String, Upload> files) {
    this.values = new LinkedHashMap<>(values);
    this.files = Map.copyOf(files);
  }

  /**
   * A form as it was sent. Characters that cannot be stored are left away, so that the form can be
   * shown again; it is refused all the same, since nobody asked for that.
   */
  static Form sent(Map<String, List<String>> values, Map<String, Upload> files) {
    Form form = new Form(Map.of(), files);
    values.forEach(
        (name, typed) -> {
          form.values.put(name, typed.stream().map(PlainText::of).map(Typed::clean).toList());
          if (!typed.stream().allMatch(PlainText::is)) {
            form.unfit.add(FieldError.of(name, "field.characters"));
          }
        });
    form.undated.addAll(DateFields.read(form));
    return form;
  }

  /** The date as its field shows it: {@code 24/11/2026}, or what was typed if that is none. */
  public String shownDate(String field) {
    return date(field).map(TypedDate::shown).orElseGet(() -> DateFields.typed(value(field)));
  }

  /** The time as its field shows it, or what was typed if that is none. */
  public String shownTime(String field, Formats formats) {
    return TypedDate.dateTime(value(field))
        .map(at -> formats.hour(Wita.instant(at)))
        .orElse(value(field + DateFields.TIME));
  }

  /** The date that the field holds, alone or with a time; empty if none can be read. */
  public Optional<LocalDate> date(String field) {
    return TypedDate.dateTime(value(field))
        .map(LocalDateTime::toLocalDate)
        .or(() -> TypedDate.date(value(field)).value());
  }

  /** An empty form. */
  public static Form empty() {
    return new Form(Map.of(), Map.of());
  }

  /**
   * What the address of a list asks for; an error stands at each of the dates that cannot be read.
   *
   * @param dates the fields that hold dates; an empty one asks for nothing
   */
  public static Form asked(Map<String, String> values, List<String> dates) {
    Form form = empty();
    values.forEach((field, value) -> form.with(field, PlainText.of(value)));
    for (String field : dates) {
      Optional.of(form.value(field))
          .filter(typed -> !typed.isEmpty())
          .flatMap(typed -> TypedDate.date(typed).wrong())
          .ifPresent(key -> form.errors.add(FieldError.of(field, key)));
    }
    return form;
  }

  /** A form filled with what a record holds, to edit it. */
  public static Form of(Record filledWith) {
    return new Form(RecordBinder.toTexts(filledWith), Map.of());
  }

  /** The same form with one more value. */
  public Form with(String field, String value) {
    values.put(field, List.of(value));
    return this;
  }

  /** The same form with all values of one more field. */
  public Form withAll(String field, List<String> all) {
    values.put(field, List.copyOf(all));
    return this;
  }

  /** The field as typed, trimmed; empty if it is not there. */
  public String value(String field) {
    List<String> all = values.getOrDefault(field, List.of());
    return all.isEmpty() ? "" : all.get(0).strip();
  }

  public List<String> values(String field) {
    return values.getOrDefault(field, List.of());
  }

  public boolean has(String field, String value) {
    return values(field).contains(value);
  }

  /**
   * The file, if one was chosen.
   *
   * @throws Problem of the field, if the chosen file holds nothing
   */
  public Optional<Upload> file(String field) {
    // Where none was chosen, browsers send an empty one without a name.
    Optional<Upload> chosen =
        Optional.ofNullable(files.get(field)).filter(f -> f.size() > 0 || !f.name().isBlank());
    if (chosen.filter(file -> file.size() == 0).isPresent()) {
      throw Problem.invalid(field, "field.file-empty");
    }
    return chosen;
  }

  public List<FieldError> errors() {
    return errors;
  }

  public Optional<FieldError> error(String field) {
    return errors.stream().filter(e -> e.field().equals(field)).findFirst();
  }

  /** The field is being shown with this label; the first one told stays. */
  public void label(String field, String label) {
    labels.putIfAbsent(field, label);
  }

  /** The label of the field, if the page shows it. */
  public Optional<String> label(String field) {
    return Optional.ofNullable(labels.get(field));
  }

  /** Why the command was refused, where it was not for a field. */
  public Optional<Problem> refusal() {
    return refusal;
  }

  /**
   * After "somebody was faster": each field shows beside what was typed what is stored now, and
   * saving again is meant for that. Changes nothing after any other refusal.
   *
   * @param newest what is stored now, as the form would show it
   * @param read the field that says which version was read
   */
  public Form against(Form newest, String read) {
    if (refusal.filter(Problem::isStale).isPresent()) {
      with(read, newest.value(read));
      stored = Optional.of(newest);
    }
    return this;
  }

  /** What is stored now in the field, where it is not what was typed. */
  public Optional<List<String>> stored(String field) {
    return stored
        .filter(newest -> !newest.comparable(field).equals(comparable(field)))
        .map(newest -> newest.values(field).stream().filter(v -> !v.isBlank()).toList());
  }

  // Browsers send line breaks of their own kind, and ticks in the order of the page.
  private Set<String> comparable(String field) {
    return values(field).stream()
        .map(value -> value.strip().replace("\r\n", "\n"))
        .map(value -> TypedDate.dateTime(value).map(TypedDate::iso).orElse(value))
        .filter(value -> !value.isEmpty())
        .collect(Collectors.toSet());
  }

  /**
   * Reads the form as a command and runs it. If the form cannot be read, or the command is refused
   * for its fields, its state or for coming too often, the page is shown again with what was typed
   * and why (422, 409, 429).
   *
   * @param command a record whose components are named as the fields
   * @param then runs the command and says where to go
   * @param again renders the same form
   */
  public <T extends Record> Response submit(
      Class<T> command, Function<T, Response> then, Function<Form, View> again) {
    return attempt(() -> then.apply(RecordBinder.read(command, values)), again);
  }

  /** Runs an action that needs no record; shows the page again if it is refused. */
  public Response attempt(
      java.util.function.Supplier<Response> action, Function<Form, View> again) {
    try {
      checkCharacters();
      return action.get();
    } catch (Problem problem) {
      if (!SHOWN_AGAIN.contains(problem.kind())) {
        throw problem;
      }
      errors.addAll(DateFields.named(undated, problem));
      refusal = Optional.of(problem);
      Response.ResponseBuilder shown = Response.status(problem.kind().status());
      problem
          .retryAfter()
          .ifPresent(wait -> shown.header(HttpHeaders.RETRY_AFTER, wait.toSeconds()));
      return shown.entity(again.apply(this).ofRefused()).build();
    }
  }

  /** Reads the form as a record. */
  public <T extends Record> T as(Class<T> type) {
    checkCharacters();
    return RecordBinder.read(type, values);
  }

  /** The key of its page was used already, for something else. */
  void sentBefore() {
    sentBefore = true;
  }

  private void checkCharacters() {
    if (sentBefore) {
      // Asked about, not done: shown again it has a new key, and sending it again is meant.
      sentBefore = false;
      throw Problem.of(Problem.Kind.INVALID, "problem.sent-before");
    }
    if (!unfit.isEmpty()) {
      throw Problem.invalid(unfit);
    }
  }
}
