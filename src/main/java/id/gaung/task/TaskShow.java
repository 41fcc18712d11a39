package id.gaung.task;

import id.gaung.identity.Office;
import id.gaung.kernel.Whatsapp;
import id.gaung.publishing.HandPosts;
import id.gaung.publishing.RenditionPicture;
import id.gaung.web.Form;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The page behind a task's link.
 *
 * @param address of the page, whole
 * @param videos where each is played and taken, by its id
 */
public record TaskShow(
    String token,
    URI address,
    String name,
    Office office,
    OpenedTask opened,
    List<TaskAccount> accounts,
    Map<UUID, String> videos,
    Instant now,
    Duration grace,
    boolean early,
    Map<String, String> others,
    Form form) {

  /** A message to the person's own number, or to whomever they choose, with this page's link. */
  public String whatsapp() {
    String number = opened.person().phone().map(Whatsapp::digits).orElse("");
    return "https://wa.me/"
        + number
        + "?text="
        + URLEncoder.encode(name + " " + address, StandardCharsets.UTF_8).replace("+", "%20");
  }

  public String path() {
    return "/tasks/" + token;
  }

  /** When it is due: the first of those that wait, else the first of all. */
  public Instant dueAt() {
    return accounts.stream()
        .filter(TaskAccount::open)
        .map(one -> one.row().dueAt())
        .min(Comparator.naturalOrder())
        .orElseGet(
            () ->
                accounts.stream()
                    .map(one -> one.row().dueAt())
                    .min(Comparator.naturalOrder())
                    .orElse(now));
  }

  /** Until when it counts as on time. */
  public Instant lateFrom() {
    return dueAt().plus(grace);
  }

  public boolean isLate() {
    return now.isAfter(lateFrom());
  }

  /** Minutes until it is due; nothing once it is. */
  public Optional<Long> minutesLeft() {
    long left = Duration.between(now, dueAt()).toMinutes();
    return left > 0 ? Optional.of(left) : Optional.empty();
  }

  public long out() {
    return accounts.stream().filter(TaskAccount::isOut).count();
  }

  public boolean waits() {
    return accounts.stream().anyMatch(TaskAccount::open);
  }

  /** Those with the same pictures are shown once. */
  public List<TaskAccount> withPictures() {
    Map<List<UUID>, TaskAccount> first =
        accounts.stream()
            .filter(one -> !one.pictures().isEmpty())
            .collect(
                Collectors.toMap(
                    one -> one.pictures().stream().map(RenditionPicture::photoId).toList(),
                    one -> one,
                    (one, other) -> one,
                    java.util.LinkedHashMap::new));
    return List.copyOf(first.values());
  }

  /** How long before, in minutes, somebody may want to know. */
  public static String minutesBefore() {
    return String.valueOf(HandPosts.EARLY.toMinutes());
  }
}
