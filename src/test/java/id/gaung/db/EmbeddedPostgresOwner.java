package id.gaung.db;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Scanner;

/** A process that owns an embedded PostgreSQL until a line comes in: something to kill. */
final class EmbeddedPostgresOwner {
  private EmbeddedPostgresOwner() {}

  public static void main(String[] arguments) {
    long begun = System.nanoTime();
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(arguments[0]))) {
      System.out.printf(
          "%s adopted=%s %d ms%n",
          postgres.jdbcUrl(), postgres.adopted(), (System.nanoTime() - begun) / 1_000_000);
      new Scanner(System.in, StandardCharsets.UTF_8).nextLine();
      begun = System.nanoTime();
    } catch (DatabaseUnavailable e) {
      System.out.println(e.getMessage());
      return;
    }
    System.out.printf("stopped %d ms%n", (System.nanoTime() - begun) / 1_000_000);
  }
}
