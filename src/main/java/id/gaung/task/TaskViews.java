package id.gaung.task;

import id.gaung.audit.Foundation;
import id.gaung.channel.Channel;
import id.gaung.channel.Channels;
import id.gaung.identity.Office;
import id.gaung.identity.Offices;
import id.gaung.kernel.Network;
import id.gaung.kernel.Problem;
import id.gaung.media.Fit;
import id.gaung.media.FittedPhoto;
import id.gaung.media.Photos;
import id.gaung.publishing.HandPosts;
import id.gaung.publishing.PublishingFeature;
import id.gaung.publishing.RenditionPicture;
import id.gaung.publishing.RenditionRow;
import id.gaung.publishing.RenditionState;
import id.gaung.web.Form;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a task's page holds: all that is needed to put its post out, account by account. */
public final class TaskViews {

  private static final Pattern LINK = Pattern.compile("https?://[^\\s]+");

  private final Foundation foundation;
  private final Tasks tasks;
  private final Channels channels;
  private final PublishingFeature publishing;
  private final Photos photos;
  private final Offices offices;
  private final Duration grace;

  TaskViews(
      Foundation foundation,
      Tasks tasks,
      Channels channels,
      PublishingFeature publishing,
      Photos photos,
      Offices offices,
      Duration grace) {
    this.foundation = foundation;
    this.tasks = tasks;
    this.channels = channels;
    this.publishing = publishing;
    this.photos = photos;
    this.offices = offices;
    this.grace = grace;
  }

  TaskPage of(String token, OpenedTask opened, Form form) {
    Instant now = foundation.clock().instant();
    Map<UUID, Channel> known =
        channels.find(opened.posts().stream().map(RenditionRow::channelId).distinct().toList());
    Map<UUID, List<RenditionPicture>> pictures =
        publishing.hand().pictures(opened.posts().stream().map(RenditionRow::id).toList());
    List<Account> accounts =
        opened.posts().stream()
            .flatMap(
                row ->
                    Optional.ofNullable(known.get(row.channelId())).stream()
                        .map(
                            channel ->
                                account(
                                    row, channel, pictures.getOrDefault(row.id(), List.of()), now)))
            .sorted(Comparator.comparing(Account::network).thenComparing(one -> one.row().id()))
            .toList();
    String name =
        publishing
            .hand()
            .names(List.of(opened.task().postId()))
            .getOrDefault(opened.task().postId(), "");
    return new TaskPage(
        token,
        name,
        offices.current(),
        opened,
        accounts,
        now,
        grace,
        tasks.isToldEarly(opened),
        tasks.others(opened),
        form);
  }

  Office office() {
    return offices.current();
  }

  private Account account(
      RenditionRow row, Channel channel, List<RenditionPicture> pictures, Instant now) {
    List<String> links = new ArrayList<>();
    Matcher found = LINK.matcher(row.text());
    while (found.find()) {
      links.add(found.group());
    }
    return new Account(
        row,
        channel,
        pictures,
        links.stream().distinct().toList(),
        publishing.hand().isOpen(row, now));
  }

  /** A picture of the task, made fit for the network it is for. */
  FittedPhoto picture(OpenedTask opened, UUID renditionId, int position) {
    RenditionRow row =
        opened.posts().stream()
            .filter(one -> one.id().equals(renditionId))
            .findFirst()
            .orElseThrow(Problem::notFound);
    RenditionPicture picture =
        publishing
            .hand()
            .pictures(List.of(renditionId))
            .getOrDefault(renditionId, List.of())
            .stream()
            .filter(one -> one.position() == position)
            .findFirst()
            .orElseThrow(Problem::notFound);
    Channel channel = channels.get(row.channelId());
    Optional<Fit> fit = publishing.pictureFit(channel.network().path(), Optional.of(channel.id()));
    return photos.fit(picture.photoId(), fit.orElse(Fit.SCREEN));
  }

  /**
   * A post on one account.
   *
   * @param links in its text
   * @param open whether its address is waited for
   */
  public record Account(
      RenditionRow row,
      Channel channel,
      List<RenditionPicture> pictures,
      List<String> links,
      boolean open) {

    public Network network() {
      return channel.network();
    }

    public String field() {
      return "url-" + row.id();
    }

    public boolean isOut() {
      return row.state() == RenditionState.PUBLISHED;
    }
  }

  /** The page behind a task's link. */
  public record TaskPage(
      String token,
      String name,
      Office office,
      OpenedTask opened,
      List<Account> accounts,
      Instant now,
      Duration grace,
      boolean early,
      Map<String, String> others,
      Form form) {

    public String path() {
      return "/tasks/" + token;
    }

    /** When it is due: the first of those that wait, else the first of all. */
    public Instant dueAt() {
      return accounts.stream()
          .filter(Account::open)
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
      return accounts.stream().filter(Account::isOut).count();
    }

    public boolean waits() {
      return accounts.stream().anyMatch(Account::open);
    }

    /** Those with the same pictures are shown once. */
    public List<Account> withPictures() {
      Map<List<UUID>, Account> first =
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
}
