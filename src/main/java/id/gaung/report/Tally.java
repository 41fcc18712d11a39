package id.gaung.report;

import java.util.Optional;

/** Adds up the shares that posts give to one product or kecamatan. */
final class Tally {

  private int published;
  private int measured;
  private Optional<Long> views = Optional.empty();
  private Optional<Long> interactions = Optional.empty();

  void post(boolean publishedThisWeek) {
    measured++;
    if (publishedThisWeek) {
      published++;
    }
  }

  void share(Optional<Long> moreViews, Optional<Long> moreInteractions) {
    views = sum(views, moreViews);
    interactions = sum(interactions, moreInteractions);
  }

  int published() {
    return published;
  }

  int measured() {
    return measured;
  }

  Optional<Long> views() {
    return views;
  }

  Optional<Long> interactions() {
    return interactions;
  }

  /** Unknown stays unknown; what is known is added. */
  private static Optional<Long> sum(Optional<Long> a, Optional<Long> b) {
    return b.map(more -> a.orElse(0L) + more).or(() -> a);
  }
}
