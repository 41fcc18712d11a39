package id.gaung.task;

import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.identity.People;
import id.gaung.identity.Person;
import id.gaung.kernel.Actor;
import id.gaung.kernel.FieldError;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Signer;
import id.gaung.mail.Mails;
import id.gaung.publishing.HandPosts;
import id.gaung.publishing.HandPosts.Given;
import id.gaung.publishing.RenditionListener;
import id.gaung.publishing.RenditionRow;
import id.gaung.task.TaskDao.OpenedRow;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Posts that people put out by hand. Whoever has a task's link acts as its person. */
public final class Tasks implements RenditionListener {

  /** An address may be given as long; the post is then out, late. */
  static final Duration LINK_LASTS = Duration.ofDays(14);

  /** A task that was opened so long before its post is due, or later, is for that time. */
  private static final Duration AT_ONE_TIME = HandPosts.EARLY.plusMinutes(1);

  private static final int TOGETHER = 200;
  private static final Actor SYSTEM = Actor.system("task");

  private final Foundation foundation;
  private final TaskDao dao;
  private final TaskLinks links;
  private final HandPosts posts;
  private final People people;
  private final TaskMails tell;
  private final Duration grace;
  private final TaskGiving giving;

  Tasks(
      Foundation foundation,
      TaskLinks links,
      HandPosts posts,
      People people,
      Mails mails,
      Duration grace) {
    this.foundation = foundation;
    this.dao = foundation.jdbi().onDemand(TaskDao.class);
    this.links = links;
    this.posts = posts;
    this.people = people;
    this.tell = new TaskMails(mails, links, posts, people);
    this.grace = grace;
    this.giving = new TaskGiving(foundation, dao, posts, people, tell);
  }

  @Override
  public void published(List<PublishedRendition> renditions) {
    // A task ends by what its posts are; nothing is kept twice.
  }

  /** Whoever was told of a task need not be reminded of what is called off. */
  @Override
  public void calledOff(List<UUID> renditions) {
    dao.over(renditions).forEach(tell::done);
  }

  @Override
  public void handedOver(List<HandedRendition> renditions) {
    open(renditions.stream().map(HandedRendition::renditionId).toList());
  }

  /** One run: tells those who want to know half an hour before. */
  void openEarly() {
    Instant now = foundation.clock().instant();
    List<UUID> early = dao.early(now, now.plus(HandPosts.EARLY), AT_ONE_TIME, TOGETHER);
    if (!early.isEmpty()) {
      foundation.transactions().run(() -> open(early));
    }
  }

  private void open(Collection<UUID> renditionIds) {
    List<UUID> ids = renditionIds.stream().map(id -> foundation.ids().next()).toList();
    Instant now = foundation.clock().instant();
    List<OpenedRow> opened = new ArrayList<>(dao.open(renditionIds, ids, now));
    List<OpenedRow> again = dao.reopen(renditionIds, now, AT_ONE_TIME);
    // What was written of the time of before is not true any more.
    again.forEach(task -> tell.done(task.id()));
    opened.addAll(again);
    opened.stream().filter(OpenedRow::fresh).forEach(task -> record(task, "task.opened"));
    tell.persons(opened, "");
  }

  private void record(OpenedRow task, String action) {
    foundation
        .audit()
        .record(Change.of(SYSTEM, action, "task", task.id()).with("person", task.personId()));
  }

  /** One run: reminds once, when half of the grace is over. */
  void remind() {
    Instant now = foundation.clock().instant();
    foundation
        .transactions()
        .run(
            () -> {
              List<OpenedRow> reminded = dao.remind(now, now.minus(grace.dividedBy(2)), TOGETHER);
              reminded.forEach(task -> record(task, "task.reminded"));
              tell.persons(reminded, "again");
            });
  }

  /** The whole address of the page behind a task's link. */
  URI address(Task task) {
    return tell.address(task.id(), task.personId());
  }

  /** The path of the page behind a task's link. */
  public String path(UUID taskId, UUID personId) {
    return links.path(taskId, personId);
  }

  /** What waits for a person, the most urgent first. */
  public List<WaitingTask> waitingFor(UUID personId, int limit) {
    Instant now = foundation.clock().instant();
    return dao.waiting(personId, now.minus(LINK_LASTS), now.plus(HandPosts.EARLY), limit);
  }

  /** What people said they cannot do, the most urgent first. */
  public List<WaitingTask> refused(int limit) {
    Instant now = foundation.clock().instant();
    return dao.refused(now.minus(LINK_LASTS), now.plus(HandPosts.EARLY), limit);
  }

  /** How a task gets to somebody else. */
  TaskGiving giving() {
    return giving;
  }

  /**
   * What a link opens.
   *
   * @throws Problem not found if it is none of ours; gone if it was given away or is too old
   */
  public OpenedTask read(String token) {
    Task task = proven(token);
    if (foundation.clock().instant().isAfter(task.openedAt().plus(LINK_LASTS))) {
      throw Problem.of(Problem.Kind.GONE, "task.gone.old");
    }
    List<UUID> renditions = dao.renditions(task.id());
    if (renditions.isEmpty()) {
      throw Problem.of(Problem.Kind.GONE, "task.gone.given");
    }
    Person person = people.find(task.personId()).orElseThrow(Problem::notFound);
    if (!person.active()) {
      throw Problem.of(Problem.Kind.GONE, "task.gone.person");
    }
    return new OpenedTask(task, person, posts.find(renditions));
  }

  private Task proven(String token) {
    return Signer.claimed(token)
        .flatMap(dao::find)
        .filter(task -> links.opens(token, task))
        .orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND, "task.unknown"));
  }

  /**
   * Takes posts as out by their addresses, or by pictures of those that have none; all that were
   * given, or none.
   *
   * @param given by rendition, as it was sent; empty ones are left for later
   * @throws Problem naming each address that is not taken, by {@code url-RENDITION}
   */
  public void published(String token, Map<UUID, Given> given) {
    OpenedTask opened = read(token);
    Instant now = foundation.clock().instant();
    Map<UUID, Given> taken = new LinkedHashMap<>();
    Map<UUID, String> addresses = new LinkedHashMap<>();
    List<RenditionRow> open =
        opened.posts().stream().filter(row -> posts.isOpen(row, now)).toList();
    for (RenditionRow row : open) {
      Given one = given.getOrDefault(row.id(), Given.address(""));
      String address = one.address().strip();
      if (!address.isEmpty()) {
        addresses.put(row.id(), address);
      } else if (one.photoId().isPresent()) {
        taken.put(row.id(), one);
      }
    }
    addresses.putAll(posts.whole(open, addresses));
    addresses.forEach((id, address) -> taken.put(id, Given.address(address)));
    List<FieldError> errors = new ArrayList<>();
    posts
        .against(open, addresses)
        .forEach((id, wrong) -> errors.add(new FieldError("url-" + id, wrong.key(), wrong.args())));
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    if (taken.isEmpty()) {
      throw Problem.conflict(open.isEmpty() ? "task.refused.over" : "task.refused.no-address");
    }
    if (addresses.values().stream().distinct().count() < addresses.size()) {
      throw Problem.conflict("task.refused.same-address");
    }
    posts.published(opened.actor(), taken);
    if (read(token).posts().stream().noneMatch(row -> posts.isOpen(row, Instant.MAX))) {
      tell.done(opened.task().id());
    }
  }

  /** The person cannot put it out; staff are told, and the time goes on. */
  public void refuse(String token, RefuseTask refusal) {
    OpenedTask opened = read(token);
    foundation
        .transactions()
        .run(
            () -> {
              dao.refuse(
                  opened.task().id(), refusal.reason().strip(), foundation.clock().instant());
              foundation
                  .audit()
                  .record(
                      Change.of(opened.actor(), "task.refused", "task", opened.task().id())
                          .with("reason", refusal.reason().strip()));
              tell.staff(opened);
            });
  }

  /** Whether the person is told half an hour before, too. */
  public boolean isToldEarly(OpenedTask opened) {
    return dao.wish(opened.person().id()).orElse(false);
  }

  public void tellEarly(String token, boolean early) {
    OpenedTask opened = read(token);
    foundation
        .transactions()
        .run(
            () -> {
              dao.wish(opened.person().id(), early);
              foundation
                  .audit()
                  .record(
                      Change.of(opened.actor(), "task.early", "person", opened.person().id())
                          .with("early", early));
            });
  }
}
