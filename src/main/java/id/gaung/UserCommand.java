package id.gaung;

import id.gaung.identity.People.CreatePerson;
import id.gaung.identity.Person;
import id.gaung.identity.SignInLink;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Role;
import id.gaung.web.Form;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/**
 * {@code user add}: a person with roles, and a link to sign in with once. {@code user link}: a new
 * link for somebody who is known, also for the only administrator, whom no other can help.
 */
final class UserCommand extends OfflineCommand {

  UserCommand() {
    super("user", "Adds a person, or makes a new sign-in link for one");
  }

  @Override
  public void configure(Subparser subparser) {
    super.configure(subparser);
    subparser
        .addArgument("what")
        .choices("add", "link")
        .help("add: a new person; link: a new link");
    subparser.addArgument("--email").required(true).help("to sign in with");
    subparser.addArgument("--name").setDefault("").help("as others see it; to add");
    subparser
        .addArgument("--role")
        .dest("roles")
        .action(Arguments.append())
        .type(Role.class)
        .help("to add; may be given several times");
  }

  @Override
  void run(Gaung gaung, Namespace namespace) {
    boolean adds = namespace.getString("what").equals("add");
    SignInLink link = adds ? added(gaung, namespace) : again(gaung, namespace.getString("email"));
    System.out.println(
        (adds ? "Added. " : "") + "Sign in once, within a day, and choose a password, with");
    System.out.println("  " + link.address());
  }

  private static SignInLink again(Gaung gaung, String email) {
    Person person =
        gaung
            .identity()
            .people()
            .findByEmail(email)
            .orElseThrow(() -> new StartRefused("Nobody has the address " + email + "."));
    return gaung.identity().signInLinks().create(Actor.system("console"), person.id());
  }

  private static SignInLink added(Gaung gaung, Namespace namespace) {
    Set<Role> roles =
        Optional.ofNullable(namespace.<Role>getList("roles")).stream()
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableSet());
    CreatePerson typed =
        new CreatePerson(
            namespace.getString("email"), namespace.getString("name"), List.copyOf(roles));
    // Checked as on the page.
    CreatePerson person = Form.of(typed).as(CreatePerson.class);
    return gaung.identity().signInLinks().invite(Actor.system("console"), person);
  }
}
