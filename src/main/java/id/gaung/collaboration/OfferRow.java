package id.gaung.collaboration;

/** An offer in a list, with the name of whom it concerns. */
public record OfferRow(Offer offer, String name) {}
