package id.gaung.report;

import id.gaung.kernel.Rupiah;
import id.gaung.kernel.Week;
import id.gaung.platform.RateBase;
import id.gaung.report.FiguresDao.DueRow;
import id.gaung.report.PageOne.Account;
import id.gaung.report.PageOne.Best;
import id.gaung.report.PageOne.CampaignLine;
import id.gaung.report.PageOne.PostLine;
import id.gaung.report.PageOne.WeekFigures;
import id.gaung.report.PageOneDao.AccountRow;
import id.gaung.report.PageOneDao.CampaignRow;
import id.gaung.report.PageOneDao.PictureRow;
import id.gaung.report.PageOneDao.ReachedRow;
import id.gaung.report.ReportInputs.ProductRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the first page of what was gathered. Pure: the same input makes the same page. */
final class PageOneLines {

  private static final int BEST = 3;

  private final ReportInputs from;
  private final Instant cut;
  private final Map<UUID, List<ProductRow>> products;
  private final Map<UUID, UUID> photos = new HashMap<>();

  private PageOneLines(ReportInputs from, Instant cut) {
    this.from = from;
    this.cut = cut;
    this.products = from.products().stream().collect(Collectors.groupingBy(ProductRow::postId));
    products.forEach(
        (post, shown) ->
            shown.stream()
                .flatMap(p -> p.photoId().stream())
                .findFirst()
                .ifPresent(photo -> photos.put(post, photo)));
    // Its own photo says more of a post than its product's.
    from.pageOne().pictures().forEach(p -> photos.put(p.postId(), p.photoId()));
  }

  /**
   * What was read for it.
   *
   * @param accounts all of every post that was planned for the week or came out in it
   * @param plannedBefore those of them that an earlier week's plan has
   */
  record Inputs(
      List<AccountRow> accounts,
      Set<UUID> plannedBefore,
      List<PictureRow> pictures,
      List<CampaignRow> campaigns,
      List<ReachedRow> reached) {}

  /**
   * @param earlier the documents of the weeks before, the nearest first; empty where there is none
   */
  static PageOne of(
      ReportInputs from,
      Week week,
      int version,
      ReportDocument figures,
      List<Optional<ReportDocument>> earlier) {
    PageOneLines lines = new PageOneLines(from, week.end());
    List<PostLine> posts = lines.posts();
    int planned = (int) posts.stream().filter(PostLine::planned).count();
    int published = (int) posts.stream().filter(p -> p.planned() && p.shown() > 0).count();
    Optional<RateBase> base = ReportDocument.mainRate(figures.rates()).map(RateLine::base);
    List<WeekFigures> weeks = new ArrayList<>();
    weeks.add(
        figures(
            week.label(),
            Optional.of(version),
            Optional.of(planned),
            Optional.of(published),
            Optional.of(figures),
            base));
    Week at = week;
    for (Optional<ReportDocument> document : earlier) {
      at = at.previous();
      Optional<PageOne> then = document.flatMap(ReportDocument::pageOne);
      weeks.add(
          0,
          figures(
              at.label(),
              document.map(ReportDocument::version),
              then.map(PageOne::planned),
              then.map(PageOne::published),
              document,
              base));
    }
    return new PageOne(
        planned,
        published,
        posts,
        weeks,
        base,
        lines.campaigns(),
        best(figures.rows(), lines.photos));
  }

  private static WeekFigures figures(
      String week,
      Optional<Integer> version,
      Optional<Integer> planned,
      Optional<Integer> published,
      Optional<ReportDocument> of,
      Optional<RateBase> base) {
    Optional<BigDecimal> rate =
        of.flatMap(
            d ->
                d.rates().stream()
                    .filter(r -> base.filter(b -> b == r.base()).isPresent())
                    .findFirst()
                    .flatMap(RateLine::pooled));
    return new WeekFigures(
        week,
        version,
        planned,
        published,
        of.flatMap(d -> d.metric(Measure.VIEWS).totals().growth()),
        of.flatMap(d -> d.metric(Measure.INTERACTIONS).totals().growth()),
        rate,
        of.flatMap(d -> d.costs().perInteraction()));
  }

  private List<PostLine> posts() {
    Map<UUID, Instant> planned = due(from.planned());
    Map<UUID, Instant> due = due(from.beyondPlan());
    due.putAll(planned);
    Map<UUID, List<AccountRow>> byPost = new LinkedHashMap<>();
    from.pageOne()
        .accounts()
        .forEach(a -> byPost.computeIfAbsent(a.postId(), id -> new ArrayList<>()).add(a));
    return byPost.values().stream()
        .map(accounts -> post(accounts, planned, due))
        .sorted(Comparator.comparing(PostLine::dueAt).thenComparing(PostLine::postId))
        .toList();
  }

  private static Map<UUID, Instant> due(Collection<DueRow> rows) {
    return rows.stream()
        .collect(Collectors.toMap(DueRow::id, DueRow::dueAt, (a, b) -> a, HashMap::new));
  }

  private PostLine post(
      List<AccountRow> accounts, Map<UUID, Instant> planned, Map<UUID, Instant> due) {
    AccountRow first = accounts.get(0);
    boolean begunBefore =
        accounts.stream()
            .anyMatch(
                a ->
                    !planned.containsKey(a.id())
                        && from.pageOne().plannedBefore().contains(a.id()));
    boolean here = accounts.stream().anyMatch(a -> planned.containsKey(a.id()));
    Stream<Instant> dues =
        accounts.stream().flatMap(a -> Optional.ofNullable(due.get(a.id())).stream());
    return new PostLine(
        first.postId(),
        first.campaignId(),
        first.campaign(),
        PostRows.beginning(first.text()),
        Optional.ofNullable(photos.get(first.postId())),
        dues.min(Instant::compareTo).orElse(first.dueAt()),
        here && !begunBefore,
        products.getOrDefault(first.postId(), List.of()).stream().map(ProductRow::product).toList(),
        accounts.stream()
            // What was called off before the week is no account of the post any more.
            .filter(a -> due.containsKey(a.id()) || !a.state().equals("CANCELLED"))
            .map(
                a ->
                    new Account(
                        a.id(),
                        a.network(),
                        a.channel(),
                        a.publishedAt().filter(at -> at.isBefore(cut))))
            .toList());
  }

  private List<CampaignLine> campaigns() {
    return from.pageOne().campaigns().stream().map(this::campaign).toList();
  }

  private CampaignLine campaign(CampaignRow row) {
    Optional<ReachedRow> reached =
        from.pageOne().reached().stream()
            .filter(r -> r.campaignId().equals(row.campaignId()))
            .findFirst();
    return new CampaignLine(
        row.campaignId(),
        row.campaign(),
        row.budget(),
        row.used(),
        new Rupiah(Math.max(0, row.agreed().amount() - row.used().amount())),
        row.offered(),
        row.targetPosts(),
        row.posts(),
        row.targetViews(),
        reached.flatMap(ReachedRow::views),
        row.targetInteractions(),
        reached.flatMap(ReachedRow::interactions));
  }

  /**
   * The three with the most interactions, if they have any.
   *
   * @param photos of posts
   */
  static List<Best> best(List<ReportedPost> rows, Map<UUID, UUID> photos) {
    return ranked(rows, photos).filter(best -> best.interactions() > 0).limit(BEST).toList();
  }

  /** The three of the week with the fewest, the fewest first. */
  static List<Best> weakest(List<ReportedPost> rows, List<Best> best) {
    Set<UUID> shown = best.stream().map(Best::postId).collect(Collectors.toSet());
    List<Best> others =
        new ArrayList<>(
            ranked(rows.stream().filter(ReportedPost::publishedThisWeek).toList(), Map.of())
                .filter(post -> !shown.contains(post.postId()))
                .toList());
    java.util.Collections.reverse(others);
    return others.stream().limit(BEST).toList();
  }

  private static Stream<Best> ranked(List<ReportedPost> rows, Map<UUID, UUID> photos) {
    Map<UUID, List<ReportedPost>> byPost =
        rows.stream()
            .filter(row -> row.removedAt().isEmpty())
            .filter(row -> row.cell(Measure.INTERACTIONS).complete())
            .collect(
                Collectors.groupingBy(
                    ReportedPost::postId, LinkedHashMap::new, Collectors.toList()));
    return byPost.values().stream()
        .map(accounts -> bestOf(accounts, photos))
        .flatMap(Optional::stream)
        .sorted(
            Comparator.comparing(Best::interactions)
                .reversed()
                .thenComparing(Best::publishedAt)
                .thenComparing(Best::postId));
  }

  private static Optional<Best> bestOf(Collection<ReportedPost> accounts, Map<UUID, UUID> photos) {
    return accounts.stream()
        .min(Comparator.comparing(ReportedPost::publishedAt))
        .map(
            first ->
                new Best(
                    first.postId(),
                    first.products().stream()
                        .map(ProductShare::product)
                        .findFirst()
                        .orElse(first.text()),
                    first.creator(),
                    first.campaign().orElse(""),
                    Optional.ofNullable(photos.get(first.postId())),
                    first.publishedAt(),
                    accounts.stream().map(ReportedPost::network).distinct().toList(),
                    accounts.stream()
                        .mapToLong(a -> a.cell(Measure.INTERACTIONS).known().orElse(0L))
                        .sum(),
                    accounts.stream()
                        .flatMap(a -> a.cell(Measure.VIEWS).known().stream())
                        .reduce(Long::sum)));
  }
}
