package id.gaung.collaboration;

import java.time.LocalDate;
import java.util.Objects;

/** One piece of content to ask for; its rules are among those of {@link OfferRule}. */
public record DeliverablePlan(String title, LocalDate dueOn) {

  public DeliverablePlan {
    // JSON may leave either out: a title is then asked for by its rule, a date cannot be read.
    title = Objects.requireNonNullElse(title, "");
    Objects.requireNonNull(dueOn);
  }
}
