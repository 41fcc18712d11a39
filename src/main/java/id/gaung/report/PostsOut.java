package id.gaung.report;

import id.gaung.kernel.Week;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * How many posts came out in a report's week by product and by kecamatan, each post once however
 * many accounts show it, in the week in which the first of them did. Counted from a document's
 * rows, so that older documents have it too. Numbers that are added up stay per account.
 */
public final class PostsOut {

  private static final String NO_PRODUCT = "";

  private final Map<String, Set<UUID>> posts = new HashMap<>();

  private PostsOut() {}

  static PostsOut of(ReportDocument report) {
    Map<UUID, Instant> first = new HashMap<>();
    report.rows().forEach(row -> first.merge(row.postId(), row.publishedAt(), PostsOut::earlier));
    // An account whose numbers are no longer read has no row.
    report.pageOne().stream()
        .flatMap(page -> page.posts().stream())
        .forEach(
            post ->
                post.accounts().stream()
                    .flatMap(account -> account.shownAt().stream())
                    .forEach(at -> first.merge(post.postId(), at, PostsOut::earlier)));
    Week week = Week.parse(report.week()).orElseThrow();
    PostsOut out = new PostsOut();
    report.rows().stream()
        .filter(row -> !first.getOrDefault(row.postId(), Instant.MAX).isBefore(week.start()))
        .forEach(out::add);
    return out;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private void add(ReportedPost row) {
    Stream<String> keys =
        row.products().isEmpty()
            ? Stream.of(NO_PRODUCT)
            : row.products().stream()
                .flatMap(share -> Stream.of(share.productId().toString(), share.kecamatanCode()));
    keys.forEach(key -> posts.computeIfAbsent(key, k -> new HashSet<>()).add(row.postId()));
  }

  /** Of the product, or of no product. */
  public int of(ProductLine line) {
    return count(line.productId().map(UUID::toString).orElse(NO_PRODUCT));
  }

  /** Of the kecamatan, or of none. */
  public int of(KecamatanLine line) {
    return count(line.code());
  }

  private int count(String key) {
    return posts.getOrDefault(key, Set.of()).size();
  }
}
