package id.gaung.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Under whom PostgreSQL's programs run. Normally that is Gaung's own account. PostgreSQL refuses
 * root; there the programs run, in this order of preference, under the account that owns the
 * cluster, in a user namespace of their own (no rights of root, files stay root's), or under the
 * account postgres or nobody.
 */
final class PostgresAccount {
  private static final String NOBODYS_GROUP = "65534";

  private final UnaryOperator<List<String>> wrapping;
  private final Optional<UserPrincipal> owner;

  private PostgresAccount(UnaryOperator<List<String>> wrapping, Optional<UserPrincipal> owner) {
    this.wrapping = wrapping;
    this.owner = owner;
  }

  /** Finds what works here by running {@code initdb --version} in each way. */
  static PostgresAccount choose(EmbeddedPostgresFiles files, EmbeddedPostgresPrograms programs) {
    if (!PostgresPlatform.isRoot()) {
      return new PostgresAccount(UnaryOperator.identity(), Optional.empty());
    }
    List<String> probe = List.of(programs.initdb().toString(), "--version");
    return candidates(files)
        .filter(candidate -> works(files, candidate.wrap(probe)))
        .findFirst()
        .orElseThrow(
            () ->
                new DatabaseUnavailable(
                    ("PostgreSQL does not run as root, and neither a user namespace nor the"
                            + " accounts postgres and nobody can be used with %s: start Gaung"
                            + " under an ordinary account.")
                        .formatted(files.home())));
  }

  List<String> wrap(List<String> command) {
    return wrapping.apply(command);
  }

  /**
   * Gives a folder with all it holds to the account; the folder last, as the sign that all is done.
   */
  void own(Path folder) throws IOException {
    if (owner.isEmpty() || Files.getOwner(folder).equals(owner.get())) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> parentsFirst = all.toList();
      for (int i = parentsFirst.size() - 1; i >= 0; i--) {
        Files.setOwner(parentsFirst.get(i), owner.get());
      }
    }
  }

  private static Stream<PostgresAccount> candidates(EmbeddedPostgresFiles files) {
    Optional<UserPrincipal> clusterOwner = clusterOwner(files);
    if (clusterOwner.isPresent()) {
      return as(files, clusterOwner.get());
    }
    PostgresAccount namespace =
        new PostgresAccount(command -> join(List.of("unshare", "-U"), command), Optional.empty());
    return Stream.concat(
        Stream.of(namespace),
        Stream.of("postgres", "nobody")
            .flatMap(name -> account(files, name).stream())
            .flatMap(account -> as(files, account)));
  }

  /** The cluster's owner where that is not root. */
  private static Optional<UserPrincipal> clusterOwner(EmbeddedPostgresFiles files) {
    try {
      return Files.exists(files.cluster()) && uid(files.cluster()) != 0
          ? Optional.of(Files.getOwner(files.cluster()))
          : Optional.empty();
    } catch (IOException e) {
      throw files.unavailable(e);
    }
  }

  private static Optional<UserPrincipal> account(EmbeddedPostgresFiles files, String name) {
    try {
      return Optional.of(
          files.home().getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name));
    } catch (UserPrincipalNotFoundException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw files.unavailable(e);
    }
  }

  // Three programs for one thing, since no Unix has them all: setpriv also serves an account
  // without
  // a name, which a volume from elsewhere may bring.
  private static Stream<PostgresAccount> as(EmbeddedPostgresFiles files, UserPrincipal account) {
    String name = account.getName();
    int uid = uid(files, account);
    List<String> setpriv =
        List.of("setpriv", "--reuid=" + uid, "--regid=" + NOBODYS_GROUP, "--clear-groups");
    List<String> runuser = List.of("runuser", "-u", name, "--");
    List<String> su = List.of("su", "-s", "/bin/sh", name, "-c");
    return Stream.<UnaryOperator<List<String>>>of(
            command -> join(setpriv, command),
            command -> join(runuser, command),
            command -> join(su, List.of("exec " + quoted(command))))
        .map(wrapping -> new PostgresAccount(wrapping, Optional.of(account)));
  }

  /** Java knows the number only of an owner of a file. */
  private static int uid(EmbeddedPostgresFiles files, UserPrincipal account) {
    try {
      Path file = Files.createTempFile(files.home(), "owner", null);
      try {
        Files.setOwner(file, account);
        return uid(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw files.unavailable(e);
    }
  }

  private static int uid(Path file) throws IOException {
    return (Integer) Files.getAttribute(file, "unix:uid");
  }

  private static boolean works(EmbeddedPostgresFiles files, List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(files.home().toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return false;
      }
      return process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw DatabaseUnavailable.interrupted(e);
    }
  }

  private static List<String> join(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  private static String quoted(List<String> command) {
    return command.stream()
        .map(word -> "'" + word.replace("'", "'\\''") + "'")
        .collect(Collectors.joining(" "));
  }
}
