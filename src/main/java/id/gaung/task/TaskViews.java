package id.gaung.task;

import id.gaung.audit.Foundation;
import id.gaung.channel.Channel;
import id.gaung.channel.Channels;
import id.gaung.identity.Office;
import id.gaung.identity.Offices;
import id.gaung.kernel.Problem;
import id.gaung.media.Fit;
import id.gaung.media.FittedPhoto;
import id.gaung.media.MediaFeature;
import id.gaung.media.MediaItem;
import id.gaung.publishing.HandPosts.Given;
import id.gaung.publishing.HandedDraft;
import id.gaung.publishing.PublishingFeature;
import id.gaung.publishing.RenditionPicture;
import id.gaung.publishing.RenditionRow;
import id.gaung.web.Form;
import id.gaung.web.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
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
  private final MediaFeature media;
  private final Offices offices;
  private final Duration grace;

  TaskViews(
      Foundation foundation,
      Tasks tasks,
      Channels channels,
      PublishingFeature publishing,
      MediaFeature media,
      Offices offices,
      Duration grace) {
    this.foundation = foundation;
    this.tasks = tasks;
    this.channels = channels;
    this.publishing = publishing;
    this.media = media;
    this.offices = offices;
    this.grace = grace;
  }

  TaskShow of(String token, OpenedTask opened, Form form) {
    Instant now = foundation.clock().instant();
    Map<UUID, Channel> known =
        channels.find(opened.posts().stream().map(RenditionRow::channelId).distinct().toList());
    Map<UUID, List<RenditionPicture>> pictures =
        publishing.hand().pictures(opened.posts().stream().map(RenditionRow::id).toList());
    Map<UUID, HandedDraft> drafts =
        publishing.hand().drafts(opened.posts().stream().map(RenditionRow::id).toList());
    List<TaskAccount> accounts =
        opened.posts().stream()
            .flatMap(
                row ->
                    Optional.ofNullable(known.get(row.channelId())).stream()
                        .map(
                            channel ->
                                account(
                                    row,
                                    channel,
                                    pictures.getOrDefault(row.id(), List.of()),
                                    Optional.ofNullable(drafts.get(row.id())),
                                    now)))
            .sorted(Comparator.comparing(TaskAccount::network).thenComparing(one -> one.row().id()))
            .toList();
    String name =
        publishing
            .hand()
            .names(List.of(opened.task().postId()))
            .getOrDefault(opened.task().postId(), "");
    return new TaskShow(
        token,
        tasks.address(opened.task()),
        name,
        offices.current(),
        opened,
        accounts,
        videos(pictures.values()),
        now,
        grace,
        tasks.isToldEarly(opened),
        tasks.giving().others(opened.person().id()),
        form);
  }

  /** Where the videos among them are played and taken, without an account. */
  private Map<UUID, String> videos(Collection<List<RenditionPicture>> shown) {
    List<UUID> ids =
        shown.stream()
            .flatMap(List::stream)
            .filter(RenditionPicture::video)
            .map(RenditionPicture::photoId)
            .distinct()
            .toList();
    return media.library().find(ids).values().stream()
        .collect(Collectors.toMap(MediaItem::id, media.links()::videoPath));
  }

  Office office() {
    return offices.current();
  }

  /**
   * What came with the form of the page: addresses, and pictures of what has none. A picture is
   * stored before it is known whether the rest is taken, and removed if it is not.
   */
  Map<UUID, Given> given(OpenedTask opened, Form form) {
    Map<UUID, Given> given = new LinkedHashMap<>();
    for (RenditionRow row : opened.posts()) {
      String address = form.value("url-" + row.id()).strip();
      Optional<UUID> shot =
          form.file("shot-" + row.id())
              .filter(file -> address.isEmpty())
              .map(file -> shot(opened, row.id(), file));
      given.put(row.id(), new Given(address, shot));
    }
    return given;
  }

  /** As one of few that may wait for a post: whoever has the link may send them. */
  private UUID shot(OpenedTask opened, UUID renditionId, Upload file) {
    try (InputStream bytes = file.content().open()) {
      return media.photos().storeFor(renditionId, opened.actor(), bytes, file.name()).id();
    } catch (IOException unreadable) {
      throw Problem.of(Problem.Kind.MALFORMED, "problem.upload");
    }
  }

  private TaskAccount account(
      RenditionRow row,
      Channel channel,
      List<RenditionPicture> pictures,
      Optional<HandedDraft> draft,
      Instant now) {
    List<String> links = new ArrayList<>();
    Matcher found = LINK.matcher(row.text());
    while (found.find()) {
      links.add(found.group());
    }
    return new TaskAccount(
        row,
        channel,
        pictures,
        links.stream().distinct().toList(),
        draft,
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
    return media.photos().fit(picture.photoId(), fit.orElse(Fit.SCREEN));
  }
}
