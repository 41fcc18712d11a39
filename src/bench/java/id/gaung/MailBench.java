package id.gaung;

import com.codahale.metrics.MetricRegistry;
import id.gaung.db.Database;
import id.gaung.db.EmbeddedPostgres;
import id.gaung.db.Migrations;
import id.gaung.identity.People.CreatePerson;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Role;
import id.gaung.kernel.Secret;
import id.gaung.mail.MailFeature;
import id.gaung.mail.MailKind;
import id.gaung.mail.SmtpSettings;
import id.gaung.mail.WriteMail;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Messages to a mail server that drops one line in ten, while the sending process is killed
 * (SIGKILL) again and again; compares in the end what it believes with what the server took. The
 * waits between tries, of up to four hours, are skipped.
 */
final class MailBench {

  private static final URI URL = URI.create("http://mail-bench.example");
  private static final int WINDOW_MS = 2_500;

  private MailBench() {}

  static void run(Bench.Options options) throws Exception {
    int messages = options.number("messages", 2_000);
    int kills = options.number("kills", 5);
    Random random = new Random(options.number("seed", 7));
    Path folder = Files.createTempDirectory("gaung-bench-mail");
    Path data = folder.resolve("data");
    UUID reader = prepare(data);
    int port = FreePort.next();
    int admin = FreePort.next();
    try (PostOffice server = new PostOffice(options.number("seed", 7))) {
      Path config = BenchConfig.write(folder, port, admin, PlatformSettings.DEFAULT);
      Files.writeString(
          config,
          "mail: {host: 127.0.0.1, port: %d, security: NONE, from: gaung@office.example}%n"
              .formatted(server.port()),
          StandardOpenOption.APPEND);
      Child child =
          new Child(
              List.of(
                  "java",
                  "-Xmx512m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  "id.gaung.GaungApplication"),
              config,
              folder,
              admin,
              Map.of());
      child.start();
      double sending = 0;
      int share = messages / (kills + 1);
      try (Database beside =
          Database.at(EmbeddedPostgres.running(data).orElseThrow(), 4, new MetricRegistry())) {
        MailFeature mail = outbox(data, beside);
        for (int kill = 0; kill < kills; kill++) {
          write(mail, reader, kill, share);
          int before = server.taken().size();
          // Jobs begin some time after the pages answer; what is killed should be at work.
          for (int i = 0; i < 600 && server.taken().size() == before; i++) {
            TimeUnit.MILLISECONDS.sleep(50);
          }
          long begun = System.nanoTime();
          TimeUnit.MILLISECONDS.sleep(random.nextInt(WINDOW_MS));
          sending += (System.nanoTime() - begun) / 1e9;
          child.kill();
          System.err.printf(
              "kill %d of %d after %d messages; %s%n",
              kill + 1, kills, server.taken().size() - before, states(beside));
          child.start();
        }
        write(mail, reader, kills, messages - share * kills);
        long begun = System.nanoTime();
        while (count(beside, "state in ('QUEUED', 'SENDING')") > 0
            && System.nanoTime() - begun < TimeUnit.MINUTES.toNanos(15)) {
          // What was tried in vain would wait for minutes and hours.
          beside
              .jdbi()
              .useHandle(
                  handle ->
                      handle.execute(
                          "update mail set next_at = now() where state = 'QUEUED' and next_at >"
                              + " now()"));
          TimeUnit.MILLISECONDS.sleep(200);
        }
        sending += (System.nanoTime() - begun) / 1e9;
        report(beside, server, messages, sending);
      }
      child.stop();
    }
  }

  private static UUID prepare(Path data) {
    try (Database database = Database.embedded(data, 4, new MetricRegistry())) {
      Migrations.run(database.dataSource());
      return gaung(data, database)
          .identity()
          .people()
          .create(
              Actor.system("bench"),
              new CreatePerson("staf@office.example", "Staf", List.of(Role.STAFF)))
          .id();
    }
  }

  private static Gaung gaung(Path data, Database database) {
    return Assembly.with(
        new GaungConfiguration(data, URL, BenchConfig.KEY), database, Clock.systemUTC(), List.of());
  }

  /** The outbox as the killed process has it; sends nothing itself. */
  private static MailFeature outbox(Path data, Database beside) {
    Gaung gaung = gaung(data, beside);
    return new MailFeature(
        gaung.foundation(),
        gaung.identity(),
        Optional.of(
            new SmtpSettings(
                "127.0.0.1",
                1,
                SmtpSettings.Security.NONE,
                "",
                new Secret(""),
                "gaung@office.example",
                "",
                SmtpSettings.Limits.USUAL)),
        id -> Optional.empty(),
        URL,
        new Keys(new Secret(BenchConfig.KEY)).forPurpose("mail links"),
        "beside");
  }

  private static void write(MailFeature mail, UUID reader, int share, int messages) {
    Clock clock = Clock.systemUTC();
    mail.mails()
        .write(
            IntStream.range(0, messages)
                .mapToObj(
                    i ->
                        new WriteMail(
                            MailKind.POST_MISSED,
                            WriteMail.To.person(reader),
                            "bench:" + share + ":" + i,
                            List.of(clock.instant()),
                            mail.mails().page("/posts/" + i),
                            clock.instant().plus(Duration.ofDays(3))))
                .toList());
  }

  private static void report(Database beside, PostOffice server, int messages, double sending) {
    Map<String, String> states = new HashMap<>();
    beside
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createQuery("select message_id, state from mail")
                    .mapToMap()
                    .forEach(
                        row ->
                            states.put(
                                row.get("message_id").toString(), row.get("state").toString())));
    Map<String, Integer> taken = server.taken();
    long unknown = states.values().stream().filter("UNKNOWN"::equals).count();
    long unknownTaken =
        states.entrySet().stream()
            .filter(e -> e.getValue().equals("UNKNOWN") && taken.containsKey(e.getKey()))
            .count();
    // Neither with the server nor before a person.
    long lost =
        messages
            - states.size()
            + states.entrySet().stream()
                .filter(e -> !e.getValue().equals("UNKNOWN") && !taken.containsKey(e.getKey()))
                .count();
    Bench.figure("mail", "sent_per_s", taken.size() / sending);
    Bench.figure("mail", "sent_twice", taken.values().stream().filter(n -> n > 1).count());
    Bench.figure("mail", "lost", lost);
    Bench.figure("mail", "unknown", unknown);
    Bench.figure("mail", "unknown_arrived", unknownTaken);
    Bench.figure("mail", "not_ended", count(beside, "state not in ('SENT', 'UNKNOWN')"));
  }

  private static String states(Database beside) {
    return beside
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select string_agg(state || ' ' || n, ', ') from (
                          select state, count(*) as n from mail group by state order by state) s
                        """)
                    .mapTo(String.class)
                    .one());
  }

  private static long count(Database beside, String which) {
    return beside
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("select count(*) from mail where " + which)
                    .mapTo(Long.class)
                    .one());
  }
}
