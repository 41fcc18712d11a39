package id.gaung.mail;

import id.gaung.audit.Foundation;
import id.gaung.identity.IdentityFeature;
import id.gaung.identity.Office;
import id.gaung.jobs.Job;
import id.gaung.jobs.Schedule;
import id.gaung.mail.MailBuilder.Logo;
import id.gaung.mail.MailBuilder.Sender;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import javax.net.ssl.SSLSocketFactory;

/** Wires the outbox. */
public final class MailFeature {

  private static final int LANES = 4;
  private static final int MOST_LOGO_BYTES = 200_000;

  private final Mails mails;
  private final MailDecisions decisions;
  private final MailViews views;
  private final Addressees addressees;
  private final MailDispatch dispatch;
  private final Optional<SmtpSettings> settings;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "mail");
            thread.setDaemon(true);
            return thread;
          });
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicReference<Optional<RuntimeException>> failed =
      new AtomicReference<>(Optional.empty());

  /** A picture of the library as a message carries it; empty if it is gone. */
  @FunctionalInterface
  public interface Pictures extends Function<UUID, Optional<Picture>> {}

  /**
   * A small picture.
   *
   * @param type such as {@code image/png}
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Picture(byte[] bytes, String type) {}

  /**
   * @param settings the server that takes our mail; empty for none
   * @param pictures for the office's mark
   * @param publicUrl what links begin with, without a trailing slash
   * @param linkKey 32 secret bytes
   * @param node this process's name in the cluster, the same after a restart, without a slash
   */
  public MailFeature(
      Foundation foundation,
      IdentityFeature identity,
      Optional<SmtpSettings> settings,
      Pictures pictures,
      URI publicUrl,
      byte[] linkKey,
      String node) {
    this(foundation, identity, settings, pictures, publicUrl, linkKey, node, Optional.empty());
  }

  MailFeature(
      Foundation foundation,
      IdentityFeature identity,
      Optional<SmtpSettings> settings,
      Pictures pictures,
      URI publicUrl,
      byte[] linkKey,
      String node,
      Optional<SSLSocketFactory> trust) {
    this.settings = settings;
    MailDao dao = foundation.jdbi().onDemand(MailDao.class);
    SealedLinks links = new SealedLinks(linkKey);
    URI profile = URI.create(publicUrl + "/profile#mail");
    addressees = new Addressees(identity.people(), dao);
    mails = new Mails(foundation, dao, addressees, links, settings.isPresent(), publicUrl);
    decisions = new MailDecisions(foundation, dao, mails);
    views =
        new MailViews(
            foundation, dao, addressees, links, () -> identity.offices().current().name(), profile);
    dispatch =
        new MailDispatch(
            foundation,
            addressees,
            links,
            settings.map(smtp -> new MailBuilder(smtp, profile, new MailTexts())),
            () -> new SmtpLine(settings.orElseThrow(), publicUrl.getHost(), trust),
            () -> sender(identity.offices().current(), pictures),
            node);
    identity.signInLinks().listen(new SignInMails(mails));
    identity.chosenIn(new MailChoices(foundation, dao));
  }

  private static Sender sender(Office office, Pictures pictures) {
    return new Sender(
        office.name(),
        office
            .logoPhotoId()
            .flatMap(pictures)
            .filter(picture -> picture.bytes().length <= MOST_LOGO_BYTES)
            .map(picture -> new Logo(picture.bytes(), picture.type())));
  }

  public Mails mails() {
    return mails;
  }

  public MailDecisions decisions() {
    return decisions;
  }

  public MailViews views() {
    return views;
  }

  /** Who keeps the creators; to be called while wiring. */
  public void creatorsIn(Addressee.Book book) {
    addressees.creatorsIn(book);
  }

  /** For tests, which send on their own thread. */
  MailDispatch dispatch() {
    return dispatch;
  }

  public void register(JerseyEnvironment jersey) {
    jersey.register(new MailPages(decisions, views, settings, this::send));
    jersey.register(new MessagePages(decisions, views));
  }

  public List<Schedule> schedules() {
    return List.of(Schedule.eachNode(Job.of("send-mails", this::tick), Duration.ofSeconds(2)));
  }

  /** Before the jobs start. */
  public void start() {
    dispatch.start();
  }

  /** Begins no further message. Returns at once. */
  public void standby() {
    dispatch.standby();
  }

  /** A slow server must not hold up the other jobs of this node, so lanes run beside them. */
  private void tick() {
    dispatch.tidy();
    send();
    failed
        .getAndSet(Optional.empty())
        .ifPresent(
            why -> {
              throw new IllegalStateException("messages were not sent", why);
            });
  }

  private void send() {
    if (settings.isEmpty()) {
      return;
    }
    while (running.incrementAndGet() <= LANES) {
      threads.execute(this::lane);
    }
    running.decrementAndGet();
  }

  private void lane() {
    try {
      dispatch.drain();
    } catch (RuntimeException why) {
      failed.set(Optional.of(why));
    } finally {
      running.decrementAndGet();
    }
  }
}
