package id.gaung.identity;

import id.gaung.audit.Foundation;
import id.gaung.jobs.Schedule;
import id.gaung.kernel.Role;
import id.gaung.web.NavItem;
import id.gaung.web.RepeatStore;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Wires people and their ways in. */
public final class IdentityFeature {

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

  /**
   * @param practice whether anybody may sign in by choosing a role
   * @param publicUrl what sign-in links begin with, without a trailing slash
   */
  public IdentityFeature(Foundation foundation, boolean practice, URI publicUrl) {
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
  }

  public People people() {
    return people;
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
    jersey.register(new ProfilePages(profile, tokens));
    jersey.register(new MeResource(profile));
    jersey.register(new PeoplePages(people, links));
    jersey.register(new PeopleResource(people, links));
  }

  public List<NavItem> nav() {
    return List.of(NavItem.of("person.nav", "/people", Role.ADMIN));
  }

  public List<Schedule> schedules() {
    return List.of(
        Schedule.onceInCluster(
            new RemoveOverJob(sessions, links, throttle, answers), Duration.ofHours(1)));
  }
}
