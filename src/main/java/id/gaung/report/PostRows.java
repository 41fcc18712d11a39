package id.gaung.report;

import id.gaung.campaign.Disclosure;
import id.gaung.kernel.Week;
import id.gaung.report.ReportInputs.ProductRow;
import id.gaung.report.ReportInputs.PublishedRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Makes the rows behind the numbers. */
final class PostRows {

  private final Week week;
  private final Movements movements;
  private final PostCosts costs;
  private final Map<UUID, List<ProductRow>> products = new HashMap<>();
  private final Map<UUID, Long> followers = new HashMap<>();

  private PostRows(ReportInputs from, Week week) {
    this.week = week;
    this.movements = new Movements(week, from);
    this.costs = new PostCosts(from.fees(), from.siblings());
    from.products()
        .forEach(p -> products.computeIfAbsent(p.postId(), id -> new ArrayList<>()).add(p));
    from.followersAtPublication().forEach(f -> followers.put(f.renditionId(), f.followers()));
  }

  static List<ReportedPost> of(ReportInputs from, Week week) {
    PostRows rows = new PostRows(from, week);
    return from.measured().stream().map(rows::row).toList();
  }

  private ReportedPost row(PublishedRow post) {
    Map<Measure, Cell> cells = movements.cells(post);
    return new ReportedPost(
        post.id(),
        post.postId(),
        post.campaignId(),
        post.campaign(),
        post.channelId(),
        post.channel(),
        post.network(),
        post.creator(),
        beginning(post.text()),
        post.publishedAt(),
        week.contains(post.publishedAt()),
        post.remoteUrl(),
        removedBeforeTheCut(post),
        post.hidden() && removedBeforeTheCut(post).isEmpty(),
        post.beside(),
        post.outside(),
        cells,
        Optional.ofNullable(followers.get(post.id())),
        costs.of(post.id()),
        shares(products.getOrDefault(post.postId(), List.of()), cells),
        movements.isTyped(post));
  }

  private Optional<Instant> removedBeforeTheCut(PublishedRow post) {
    return post.removedAt().filter(at -> at.isBefore(week.end()));
  }

  private static List<ProductShare> shares(List<ProductRow> products, Map<Measure, Cell> cells) {
    List<Optional<Long>> views = equally(cells.get(Measure.VIEWS), products.size());
    List<Optional<Long>> interactions = equally(cells.get(Measure.INTERACTIONS), products.size());
    List<ProductShare> shares = new ArrayList<>();
    for (int i = 0; i < products.size(); i++) {
      ProductRow p = products.get(i);
      shares.add(
          new ProductShare(
              p.productId(),
              p.product(),
              p.umkmId(),
              p.umkm(),
              p.kecamatanCode(),
              p.kecamatan(),
              views.get(i),
              interactions.get(i)));
    }
    return shares;
  }

  private static List<Optional<Long>> equally(@org.jspecify.annotations.Nullable Cell cell, int n) {
    if (n == 0) {
      return List.of();
    }
    if (cell == null || cell.known().isEmpty()) {
      return java.util.Collections.nCopies(n, Optional.empty());
    }
    return LargestRemainder.equally(cell.known().get(), n).stream().map(Optional::of).toList();
  }

  /** One line, as much of it as a table shows, without what all of them begin with. */
  static String beginning(String text) {
    String line = Disclosure.without(text).strip().replaceAll("\\s+", " ");
    int shown = 80;
    if (line.codePointCount(0, line.length()) <= shown) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, shown)).stripTrailing() + "…";
  }
}
