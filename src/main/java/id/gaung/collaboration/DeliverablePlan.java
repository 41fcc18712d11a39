package id.gaung.collaboration;

import java.time.LocalDate;

/** One piece of content to ask for; its rules are among those of {@link OfferRule}. */
public record DeliverablePlan(String title, LocalDate dueOn) {}
