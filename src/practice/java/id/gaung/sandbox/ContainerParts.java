package id.gaung.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** What goes into a container, read from a call that makes one. */
final class ContainerParts {

  private static final int MAX_ALT = 1000;

  private final GraphDialect dialect;
  private final ContainerDao containers;
  private final MediaDao media;
  private final SettingDao settings;
  private final Clock clock;
  private final SandboxFaults faults;
  private final PictureFetch fetch;

  ContainerParts(
      GraphDialect dialect, Jdbi jdbi, Clock clock, SandboxFaults faults, PictureFetch fetch) {
    this.dialect = dialect;
    this.clock = clock;
    this.faults = faults;
    this.fetch = fetch;
    containers = jdbi.onDemand(ContainerDao.class);
    media = jdbi.onDemand(MediaDao.class);
    settings = jdbi.onDemand(SettingDao.class);
  }

  /** An id that nothing else has. */
  String nextId(String prefix) {
    return prefix + String.format(Locale.ROOT, "%014d", settings.nextNumber());
  }

  static String alt(Call call) {
    String alt = call.param("alt_text").orElse("");
    if (alt.length() > MAX_ALT) {
      throw GraphErrors.parameter("Param alt_text must be at most 1000 characters long");
    }
    return alt;
  }

  static String required(Call call, String name) {
    return call.param(name)
        .orElseThrow(() -> GraphErrors.parameter("The parameter " + name + " is required."));
  }

  /** Fetches a picture and keeps it. */
  long picture(Call call, PracticeAccount account, Instant now) {
    PictureFetch.Fetched fetched = fetch.fetch(required(call, "image_url"));
    return media.create(
        account.id(),
        nextId("176"),
        "image/" + fetched.size().format(),
        fetched.content(),
        fetched.size().width(),
        fetched.size().height(),
        "",
        false,
        now,
        now);
  }

  /** The ids of a carousel's items, all of them ready. */
  List<String> children(Call call, PracticeAccount account, int most) {
    List<String> ids =
        call.params("children").stream()
            .flatMap(value -> Arrays.stream(value.split(",", -1)))
            .map(String::trim)
            .filter(id -> !id.isEmpty())
            .toList();
    if (ids.size() < 2 || ids.size() > most) {
      throw GraphErrors.refuse(
          100, 2207028, "A carousel needs at least 2 and at most " + most + " children.");
    }
    for (String id : ids) {
      PracticeContainer child =
          containers
              .find(id, account.id())
              .filter(found -> found.kind() == PracticeContainer.Kind.CAROUSEL_ITEM)
              .orElseThrow(() -> GraphErrors.refuse(100, 2207035, "Unknown carousel child " + id));
      if (child.status(clock.instant()) != PracticeContainer.Status.FINISHED) {
        throw GraphErrors.refuse(
            9007, 2207027, "The carousel child " + id + " is not ready for publishing.");
      }
    }
    return ids;
  }

  /** Whether its processing ends in an error, as a fault has it. */
  boolean fails(PracticeAccount account) {
    return strike(FaultKind.CONTAINER_ERROR, account).isPresent();
  }

  /** How much longer its processing takes, as a fault has it. */
  Duration slower(PracticeAccount account) {
    return strike(FaultKind.SLOW_MEDIA, account).map(Fault::millis).orElse(Duration.ZERO);
  }

  private Optional<Fault> strike(FaultKind kind, PracticeAccount account) {
    return faults.strike(kind, dialect.network(), Optional.of(account.id()), Purpose.PUBLISH);
  }
}
