package id.gaung.publishing;

import id.gaung.catalogue.ProductSummary;
import id.gaung.collaboration.DeliverableView;
import id.gaung.kernel.Week;
import id.gaung.kernel.Wita;
import id.gaung.web.Form;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A post as its page and the forms on it show it, with all that hangs on it.
 *
 * @param now WITA
 * @param ended whether the campaign is over
 * @param mayCompose whether the reader makes posts
 * @param measured what networks count of it; empty while nothing was read
 * @param hand of its accounts whose posts a person puts out
 * @param graceMinutes how late it may go out
 * @param done the button that was just pressed, if the page tells of it, with {@code .N} for N
 *     accounts if not for all
 * @param target the rendition whose form was refused
 * @param asked the post's button that was refused
 */
public record WholePostForm(
    PostRow post,
    String campaignName,
    boolean ended,
    Optional<DeliverableView> deliverable,
    List<ProductSummary> products,
    String composedBy,
    List<RenditionCard> renditions,
    PostStanding standing,
    List<PostStep> trail,
    LocalDateTime now,
    boolean mayCompose,
    Optional<PostMeasures.Measured> measured,
    Set<UUID> deleted,
    HandViews.HandNotes hand,
    long graceMinutes,
    String done,
    Form form,
    Optional<UUID> target,
    Optional<Asked> asked) {

  private static final int LONGEST_TITLE = 48;

  /** What happened to it since its counts were last read, the newest first. */
  public List<PostStep> stepsAfterReading() {
    return trail.stream().filter(step -> !isBeforeReading(step)).toList();
  }

  /** What happened before; all of it while nothing was read. */
  public List<PostStep> stepsBeforeReading() {
    return trail.stream().filter(this::isBeforeReading).toList();
  }

  private boolean isBeforeReading(PostStep step) {
    return measured.filter(read -> step.at().isAfter(read.readAt())).isEmpty();
  }

  /** The button that was just pressed. */
  public String doneAct() {
    return done.replaceFirst("\\..*", "");
  }

  /** For how many accounts. */
  public long doneAccounts() {
    return done.contains(".")
        ? Long.parseLong(done.substring(done.indexOf('.') + 1))
        : standing.accounts();
  }

  /** The content's title, else its products, else the first words: as lists call it. */
  public String title() {
    return deliverable
        .map(DeliverableView::title)
        .or(
            () ->
                products.stream()
                    .map(ProductSummary::name)
                    .min(Comparator.naturalOrder())
                    .map(
                        first ->
                            products.size() > 1 ? first + " +" + (products.size() - 1) : first))
        .orElseGet(() -> shortened(text().excerpt()));
  }

  private static String shortened(String excerpt) {
    int end = Math.min(LONGEST_TITLE, excerpt.codePointCount(0, excerpt.length()));
    String begin = excerpt.substring(0, excerpt.offsetByCodePoints(0, end));
    return begin.length() == excerpt.length() ? excerpt : begin.strip() + "…";
  }

  /** The account whose text and photo are shown for all. */
  public RenditionRow text() {
    return standing.lead();
  }

  /** The first account that shows it; else the first. */
  public RenditionCard lead() {
    return renditions.stream()
        .filter(card -> card.row().state() == RenditionState.PUBLISHED)
        .findFirst()
        .orElseGet(() -> renditions.get(0));
  }

  /** Those accounts for which a button is, by its name; empty if it is for none. */
  public List<RenditionCard> fit(String act) {
    return renditions.stream().filter(card -> card.may(act)).toList();
  }

  /** Those it is not for, which its question names. */
  public List<RenditionCard> unfit(String act) {
    return renditions.stream().filter(card -> !card.may(act)).toList();
  }

  /** The accounts for which the refused button was; all that it is for, if they are not one. */
  public List<RenditionCard> askedFor() {
    List<UUID> ids = asked.map(Asked::accounts).orElse(List.of());
    List<RenditionCard> of =
        renditions.stream().filter(card -> ids.contains(card.row().id())).toList();
    List<RenditionCard> all = asked.map(one -> fit(one.act())).orElse(List.of());
    return of.size() == 1 || all.isEmpty() ? of : all;
  }

  /** Its growth as a drawing; empty until it was read twice. */
  public Optional<GrowthCharts> growth() {
    return measured.flatMap(GrowthCharts::of);
  }

  /** The label of the week in whose calendar it is. */
  public String week() {
    return Week.of(standing.at()).label();
  }

  /** Whether the missed page's card asks for a new time. */
  public boolean needsTime() {
    return standing.isMissed() && !fit("move").isEmpty();
  }

  /** The accounts that came to nothing, which a new time is for first. */
  public List<RenditionCard> missed() {
    return renditions.stream()
        .filter(card -> card.row().state().isRetriable() && card.may("move"))
        .toList();
  }

  /** Whether the page's head has said already why it stands so on this account. */
  public boolean hasSaid(RenditionCard card) {
    return needsTime()
        && missed().contains(card)
        && card.row().heldReason().isPresent()
        && card.row().heldReason().equals(missed().get(0).row().heldReason());
  }

  public LocalDateTime dueOf(List<RenditionCard> cards) {
    return Wita.dateTime(
        cards.stream()
            .map(card -> card.row().dueAt())
            .min(java.util.Comparator.naturalOrder())
            .orElse(standing.at()));
  }

  public List<LocalDateTime> quick(List<RenditionCard> cards) {
    return QuickTimes.later(dueOf(cards), now);
  }

  public LocalDateTime dayLater(List<RenditionCard> cards) {
    return QuickTimes.dayLater(dueOf(cards), now);
  }

  /** A form with the present time; what has passed gets that hour of the next day. */
  public Form formOf(String act, List<RenditionCard> cards) {
    if (asked.filter(one -> one.act().equals(act)).isPresent()) {
      return form;
    }
    LocalDateTime due = dueOf(cards);
    LocalDateTime at = due.isAfter(now) ? due : QuickTimes.dayLater(due, now);
    return Form.empty().with("dueAt", at.truncatedTo(ChronoUnit.MINUTES).toString());
  }

  /** Addresses of posts with its text at its time, if the question was refused for them. */
  public List<String> twins() {
    return asked.isPresent() ? Twins.addresses(form.refusal()) : List.of();
  }

  /** Addresses of posts with its text at its time, if its form was refused for them. */
  public List<String> twinsOf(RenditionCard card) {
    return Twins.addresses(formOf(card).refusal());
  }

  public Form formOf(RenditionCard card) {
    return target.filter(card.row().id()::equals).isPresent() ? form : Form.empty();
  }

  /**
   * A button of the whole post that was pressed and refused.
   *
   * @param act its name, as its address ends
   * @param accounts the renditions it was for
   */
  public record Asked(String act, List<UUID> accounts) {}
}
