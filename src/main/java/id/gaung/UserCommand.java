package id.gaung;

import id.gaung.identity.People.CreatePerson;
import id.gaung.identity.SignInLink;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Role;
import id.gaung.web.Form;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code user add}: a person with roles, and a link to sign in with once. */
final class UserCommand extends OfflineCommand {

  UserCommand() {
    super("user", "Adds a person");
  }

  @Override
  public void configure(Subparser subparser) {
    super.configure(subparser);
    subparser.addArgument("what").choices("add").help("add: a new person");
    subparser.addArgument("--email").required(true).help("to sign in with");
    subparser.addArgument("--name").required(true).help("as others see it");
    subparser
        .addArgument("--role")
        .dest("roles")
        .required(true)
        .action(Arguments.append())
        .type(Role.class)
        .help("may be given several times");
  }

  @Override
  void run(Gaung gaung, Namespace namespace) {
    Set<Role> roles =
        namespace.<Role>getList("roles").stream().collect(Collectors.toUnmodifiableSet());
    CreatePerson typed =
        new CreatePerson(
            namespace.getString("email"), namespace.getString("name"), List.copyOf(roles));
    // Checked as on the page.
    CreatePerson person = Form.of(typed).as(CreatePerson.class);
    SignInLink link = gaung.identity().signInLinks().invite(Actor.system("console"), person);
    System.out.println("Added. Sign in once, within a day, and choose a password, with");
    System.out.println("  " + link.address());
  }
}
