package id.gaung.collaboration;

import id.gaung.collaboration.DraftOffer.DeliverablePlan;
import id.gaung.kernel.FieldError;
import id.gaung.kernel.Network;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Wita;
import id.gaung.web.Form;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The form of an offer: its terms, and one line a deliverable. */
final class OfferForm {

  /** Lines of an empty form; an offer with more of them gets as many as it has. */
  private static final int LINES = 6;

  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

  private OfferForm() {}

  static String field(int line, String name) {
    return "deliverables[" + line + "]." + name;
  }

  /** How many lines the form needs: those typed are never lost. */
  static int lines(Form form) {
    int lines = LINES;
    for (int i = LINES; i < DraftOffer.MAX_DELIVERABLES; i++) {
      if (isTyped(form, i)) {
        lines = i + 1;
      }
    }
    return lines;
  }

  static boolean isTyped(Form form, int line) {
    return !form.value(field(line, "title")).isEmpty()
        || !form.value(field(line, "dueOn")).isEmpty();
  }

  /** A form with the usual terms. */
  static Form usual(Instant now, LocalDate workEndsOn) {
    return Form.empty()
        .with("respondBy", minutes(DraftOffer.usualRespondBy(now)))
        .with("workEndsOn", workEndsOn.toString());
  }

  static Form of(Offer offer, List<Deliverable> deliverables) {
    Form form =
        Form.empty()
            .with("creatorId", offer.creatorId().toString())
            .with("fee", Long.toString(offer.fee().amount()))
            .with("message", offer.message())
            .with("respondBy", minutes(offer.respondBy()))
            .with("workEndsOn", offer.workEndsOn().toString())
            .with("version", Integer.toString(offer.version()));
    for (int i = 0; i < deliverables.size(); i++) {
      form.with(field(i, "title"), deliverables.get(i).title());
      form.with(field(i, "dueOn"), deliverables.get(i).dueOn().toString());
      form.withAll(field(i, "networks"), deliverables.get(i).networks());
      form.with(field(i, "format"), deliverables.get(i).format().name());
    }
    return form;
  }

  /** As the input {@code datetime-local} writes it. */
  static String minutes(Instant instant) {
    return MINUTES.format(Wita.dateTime(instant));
  }

  /** What is in a field; where it cannot be read, why is added to the errors. */
  static <T> Optional<T> parsed(
      Form form, String field, Function<String, T> parse, List<FieldError> errors) {
    try {
      return Optional.of(parse.apply(form.value(field)));
    } catch (DateTimeParseException wrong) {
      errors.add(
          FieldError.of(field, form.value(field).isEmpty() ? "field.required" : "field.date"));
      return Optional.empty();
    }
  }

  /** Those that are ticked; names that are no network's are passed over. */
  static List<Network> networks(Form form, String field) {
    return Network.all().stream().filter(network -> form.has(field, network.name())).toList();
  }

  /**
   * What is chosen, photos or a video if nothing is; why another value is none joins the errors.
   */
  static DeliverableFormat format(Form form, String field, List<FieldError> errors) {
    String chosen = form.value(field);
    Optional<DeliverableFormat> known = DeliverableFormat.of(chosen);
    if (known.isEmpty() && !chosen.isEmpty()) {
      errors.add(FieldError.of(field, "field.choice"));
    }
    return known.orElse(DeliverableFormat.ANY);
  }

  /** Reads the form; a line without title and date is no deliverable. */
  static DraftOffer read(Form form) {
    DraftOffer terms = form.as(DraftOffer.class);
    List<DeliverablePlan> plans = new ArrayList<>();
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; i < DraftOffer.MAX_DELIVERABLES; i++) {
      String title = form.value(field(i, "title"));
      String due = form.value(field(i, "dueOn"));
      if (title.isEmpty() && due.isEmpty()) {
        continue;
      }
      DeliverableFormat format = format(form, field(i, "format"), errors);
      try {
        plans.add(
            new DeliverablePlan(
                title,
                LocalDate.parse(due),
                networks(form, field(i, "networks")),
                Optional.of(format)));
      } catch (DateTimeParseException wrong) {
        errors.add(
            FieldError.of(field(i, "dueOn"), due.isEmpty() ? "field.required" : "field.date"));
      }
    }
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    return terms.with(plans);
  }
}
