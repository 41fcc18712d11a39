package id.gaung.identity;

import id.gaung.audit.Foundation;
import id.gaung.jobs.ForEach;
import id.gaung.jobs.Job;
import id.gaung.jobs.Schedule;
import id.gaung.web.RepeatStore;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wires people and their ways in. */
public final class IdentityFeature {

  private static final Logger LOG = LoggerFactory.getLogger(IdentityFeature.class);

  private final Clock clock;
  private final boolean practice;
  private final SessionCookie cookie;
  private final Sessions sessions;
  private final Throttle throttle;
  private final SignIn signIn;
  private final Profile profile;
  private final ApiTokens tokens;
  private final People people;
  private final SignInLinks links;
  private final KeptAnswers answers;
  private final Offices offices;
  private Optional<NewsChoices> news = Optional.empty();

  /** With an office that nobody has named yet. */
  public IdentityFeature(Foundation foundation, boolean practice, URI publicUrl) {
    this(foundation, practice, publicUrl, Office.DEFAULT);
  }

  /**
   * @param practice whether anybody may sign in by choosing a role
   * @param publicUrl what sign-in links begin with, without a trailing slash
   * @param office what the settings file says of the office
   */
  public IdentityFeature(Foundation foundation, boolean practice, URI publicUrl, Office office) {
    this.clock = foundation.clock();
    this.practice = practice;
    this.cookie = new SessionCookie(publicUrl);
    SignInEnds ends = new SignInEnds(foundation.jdbi());
    Passwords passwords = new Passwords();
    this.sessions = new Sessions(foundation);
    this.throttle = new Throttle(foundation);
    this.signIn = new SignIn(foundation, passwords, throttle, sessions);
    this.profile = new Profile(foundation, ends, sessions, passwords, throttle);
    this.tokens = new ApiTokens(foundation);
    this.people = new People(foundation, ends);
    this.links = new SignInLinks(foundation, people, sessions, publicUrl);
    this.answers = new KeptAnswers(foundation);
    this.offices = new Offices(foundation, office);
  }

  /** Who keeps what people want to be told; to be called while wiring. */
  public void chosenIn(NewsChoices choices) {
    news = Optional.of(choices);
  }

  public People people() {
    return people;
  }

  /** What the office says of itself. */
  public Offices offices() {
    return offices;
  }

  public ApiTokens tokens() {
    return tokens;
  }

  /** Also for the command line: {@link SignInLinks#invite} adds a person with a first link. */
  public SignInLinks signInLinks() {
    return links;
  }

  /** What the web remembers of commands that were sent with a key. */
  public RepeatStore answers() {
    return answers;
  }

  /**
   * For the page on which one chooses a role.
   *
   * @throws IllegalStateException unless this is practice mode
   */
  public EntryWithoutSecret entryWithoutSecret() {
    if (!practice) {
      throw new IllegalStateException("nobody comes in without a secret");
    }
    return new EntryWithoutSecret(sessions, cookie);
  }

  public void register(JerseyEnvironment jersey) {
    jersey.register(new ViewerFilter(sessions, tokens));
    jersey.register(new SignInPages(signIn, sessions, cookie, practice));
    jersey.register(new SignOutPages(sessions, cookie));
    jersey.register(new LinkPages(links, sessions, cookie));
    jersey.register(new ProfilePages(profile, tokens, news));
    jersey.register(new MeResource(profile));
    jersey.register(new PeoplePages(people, links));
    jersey.register(new PeopleResource(people, links));
  }

  public List<Schedule> schedules() {
    return List.of(Schedule.onceInCluster(removeOver(), Duration.ofHours(1)));
  }

  /** Something that ends by itself, and whose rows are removed then. */
  private record Ending(String what, IntSupplier removal) {
    void remove() {
      int removed = removal.getAsInt();
      if (removed > 0) {
        LOG.info("Removed {} {} that were over", removed, what);
      }
    }
  }

  /** Each kind by itself: one that cannot be removed leaves the others alone. */
  Job removeOver() {
    List<Ending> endings =
        List.of(
            new Ending("sessions", sessions::removeOver),
            new Ending("sign-in links", links::removeOver),
            new Ending("sign-in failures and known browsers", throttle::removeOver),
            new Ending("kept answers", answers::removeOver));
    return new ForEach<>(
        "remove-over-sign-ins", clock, () -> endings, Ending::what, Ending::remove);
  }
}
