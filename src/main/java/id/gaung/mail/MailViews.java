package id.gaung.mail;

import id.gaung.audit.Foundation;
import id.gaung.kernel.Page;
import id.gaung.kernel.PageRequest;
import id.gaung.kernel.Role;
import id.gaung.kernel.Whatsapp;
import id.gaung.mail.MailDao.Logged;
import id.gaung.mail.MailDao.Row;
import id.gaung.mail.MailKind.Carrier;
import id.gaung.mail.WriteMail.To;
import id.gaung.web.Viewer;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The outbox as pages show it. */
public final class MailViews {

  private final MailDao dao;
  private final Addressees addressees;
  private final SealedLinks links;
  private final MailTexts texts = new MailTexts();
  private final Supplier<String> office;
  private final URI profile;
  private final Foundation foundation;

  MailViews(
      Foundation foundation,
      MailDao dao,
      Addressees addressees,
      SealedLinks links,
      Supplier<String> office,
      URI profile) {
    this.foundation = foundation;
    this.dao = dao;
    this.addressees = addressees;
    this.links = links;
    this.office = office;
    this.profile = profile;
  }

  /**
   * A message that waits for the reader of the page: to pass it on, or to read it.
   *
   * @param own whether it is for the reader
   * @param opening what the button opens: the chat with its text, or the page it tells of
   */
  public record Waiting(
      UUID id, MailKind kind, String name, boolean own, URI opening, Instant since) {}

  /** A message in the log, with its reader's name; empty for one who is gone. */
  public record Line(
      UUID id,
      MailKind kind,
      String name,
      MailState state,
      Instant createdAt,
      Optional<Instant> endedAt,
      int attempts,
      Optional<MailState.Why> why,
      String words,
      boolean morning) {}

  /** How the outbox stands: what has yet to leave, what nobody knows, since when it does not go. */
  public record Standing(long queued, long unknown, Optional<Instant> troubledSince) {}

  /** What waits for this person, the urgent first. */
  public List<Waiting> waiting(Viewer viewer, int most) {
    List<String> carried = new ArrayList<>();
    if (viewer.is(Role.ADMIN)) {
      carried.addAll(MailKind.carriedBy(Carrier.ADMIN));
    }
    if (viewer.is(Role.STAFF)) {
      carried.addAll(MailKind.carriedBy(Carrier.STAFF));
    }
    List<Row> rows =
        dao.waiting(
            carried,
            MailKind.carriedBy(Carrier.READER),
            viewer.id(),
            foundation.clock().instant(),
            most);
    Map<To, Addressee> known = known(rows.stream().map(Row::to).toList());
    String sender = rows.isEmpty() ? "" : office.get();
    List<Waiting> waiting = new ArrayList<>();
    for (Row row : rows) {
      Addressee to = known.get(row.to());
      Optional<URI> link = row.sealedLink().flatMap(bytes -> links.open(row.id(), bytes));
      if (to != null && link.isPresent()) {
        boolean own = row.kind().carrier() == Carrier.READER;
        URI opening = own ? link.get() : whatsApp(row, to, link.get(), sender);
        waiting.add(new Waiting(row.id(), row.kind(), to.name(), own, opening, row.createdAt()));
      }
    }
    return waiting;
  }

  /** Without a number WhatsApp asks to whom. */
  private URI whatsApp(Row row, Addressee to, URI link, String sender) {
    String text = texts.of(row, link, sender, profile, false).spoken();
    // URLEncoder writes forms; WhatsApp shows a plus sign where a form means a space.
    String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    return URI.create(
        to.whatsapp().map(Whatsapp::link).orElse("https://wa.me/") + "?text=" + encoded);
  }

  Page<Line> log(int number) {
    PageRequest asked = PageRequest.of(number);
    return asked.page(lines(dao.newest(asked.size(), asked.offset())), dao.count());
  }

  /** Those that a person must decide about, the oldest first. */
  List<Line> unknown() {
    return lines(dao.unknown(50));
  }

  Optional<Line> lastTest(UUID reader) {
    return lines(dao.lastTest(reader).stream().toList()).stream().findFirst();
  }

  public Standing standing() {
    MailDao.Standing now = dao.standing();
    return new Standing(now.queued(), now.unknown(), now.troubledSince());
  }

  private List<Line> lines(List<Logged> rows) {
    Map<To, Addressee> known = known(rows.stream().map(Logged::to).toList());
    boolean quiet = QuietHours.at(foundation.clock().instant());
    return rows.stream()
        .map(
            row ->
                new Line(
                    row.id(),
                    row.kind(),
                    Optional.ofNullable(known.get(row.to())).map(Addressee::name).orElse(""),
                    row.state(),
                    row.createdAt(),
                    row.endedAt(),
                    row.attempts(),
                    row.why(),
                    row.words().orElse(""),
                    quiet && !row.urgent() && row.state() == MailState.QUEUED))
        .toList();
  }

  private Map<To, Addressee> known(Collection<To> all) {
    return all.isEmpty() ? Map.of() : addressees.find(all.stream().distinct().toList());
  }
}
