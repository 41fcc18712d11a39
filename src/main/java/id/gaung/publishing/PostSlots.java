package id.gaung.publishing;

import id.gaung.channel.Channel;
import id.gaung.kernel.Network;
import id.gaung.kernel.Page;
import id.gaung.kernel.Tone;
import id.gaung.kernel.Week;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Posts as one thing each, with a mark for every account they go to. Reads alone. */
public final class PostSlots {

  private final Posts posts;
  private final PostCounts counts;
  private final PostViews views;

  PostSlots(Posts posts, PostCounts counts, PostViews views) {
    this.posts = posts;
    this.counts = counts;
    this.views = views;
  }

  /**
   * A post at the time of the account that comes first.
   *
   * @param name after its content or its products, else its first words; empty without any
   * @param excerpt its first words; empty without any
   * @param marks one for each account, by network
   * @param worst how it stands where it stands worst
   * @param row the rendition there
   * @param pause what stands in its way, if its network asked to wait
   * @param trouble of its account, if that stands in its way
   * @param hands who still has to put it out by hand
   */
  public record Slot(
      UUID postId,
      UUID campaignId,
      Instant at,
      String name,
      String excerpt,
      Optional<UUID> photoId,
      List<Mark> marks,
      Mark worst,
      RenditionRow row,
      Optional<PausedPosts.Pause> pause,
      Optional<String> trouble,
      List<String> hands) {

    public Slot {
      hands = List.copyOf(hands);
      marks = List.copyOf(marks);
    }

    /**
     * Its marks where there is room for that many: all, if only one more, else those first that a
     * person should look at.
     */
    public List<Mark> firstMarks(int most) {
      return marks.size() <= most + 1
          ? marks
          : marks.stream()
              .sorted(
                  Comparator.comparingInt((Mark mark) -> PostStanding.weight(mark.tone()))
                      .reversed())
              .limit(most)
              .toList();
    }

    /** Whether a person should look at it. */
    public boolean isTrouble() {
      return worst.tone() == Tone.BAD;
    }

    /** How many accounts show it. */
    public long out() {
      return marks.stream().filter(mark -> mark.state() == RenditionState.PUBLISHED).count();
    }

    /** Whether some accounts show it and others do not. */
    public boolean isPartlyOut() {
      return isOut() && out() < marks.size();
    }

    /** The account that stands for it in a word: one that shows it, else the worst. */
    public Mark lead() {
      return marks.stream()
          .filter(mark -> mark.state() == RenditionState.PUBLISHED)
          .findFirst()
          .orElse(worst);
    }

    /** Whether something may still change by itself. */
    public boolean isMoving() {
      return marks.stream().anyMatch(mark -> mark.state().isUnderWay());
    }

    /** Whether at least one account shows it. */
    public boolean isOut() {
      return marks.stream().anyMatch(mark -> mark.state() == RenditionState.PUBLISHED);
    }
  }

  /**
   * How a post stands on one account.
   *
   * @param network of the account
   * @param account as people know it
   * @param stateKey of the state's word
   */
  public record Mark(
      String network,
      String account,
      RenditionState state,
      String stateKey,
      Tone tone,
      String icon) {}

  /**
   * What is due in a week (WITA), the earliest first; at most {@link Posts#CALENDAR_LIMIT} rows.
   */
  public List<Slot> in(Week week) {
    return of(posts.in(week));
  }

  /** The latest due of those that a person should look at. */
  public List<Slot> needingAttention() {
    return page(List.of(RenditionState.UNCERTAIN, RenditionState.FAILED, RenditionState.MISSED), 1)
        .rows();
  }

  /**
   * The newest whose text holds the words asked for.
   *
   * @param most how many
   */
  public List<Slot> search(String words, int most) {
    return of(posts.search(words, most));
  }

  /**
   * A list of posts.
   *
   * @param campaigns names by id, of all that have posts
   * @param filter which of them are shown
   */
  public record Listing(Page<Slot> rows, Map<UUID, String> campaigns, PostFilter filter) {

    public String campaign(Slot slot) {
      return campaigns.getOrDefault(slot.campaignId(), "");
    }

    /** Tells one state of the list from another. */
    public String digest() {
      return PostSlots.digest(rows.rows());
    }

    /** Whether something in the list may still change by itself. */
    public boolean isMoving() {
      return rows.rows().stream().anyMatch(Slot::isMoving);
    }
  }

  Listing list(List<RenditionState> states, PostFilter filter, int number) {
    Optional<List<UUID>> channels =
        filter.network().isEmpty() ? Optional.empty() : Optional.of(views.on(filter.network()));
    Page<Slot> found =
        page(
            posts.posts(
                states, filter.words(), PostForm.parse(filter.campaign()), channels, number));
    return new Listing(found, views.names(posts.campaignIds()), filter);
  }

  /** Tells one state of posts from another. */
  static String digest(List<Slot> slots) {
    return Integer.toHexString(
        slots.stream()
            .map(
                slot ->
                    Objects.hash(
                        slot.postId(),
                        slot.at(),
                        slot.excerpt(),
                        slot.row().nextAt(),
                        slot.marks().stream().map(Mark::stateKey).toList()))
            .toList()
            .hashCode());
  }

  /** A page of posts that stand so on at least one account, the latest due first. */
  Page<Slot> page(List<RenditionState> states, int number) {
    return page(posts.posts(states, "", Optional.empty(), Optional.empty(), number));
  }

  private Page<Slot> page(Page<UUID> ids) {
    Map<UUID, Slot> found =
        of(posts.ofPosts(ids.rows())).stream()
            .collect(Collectors.toMap(Slot::postId, slot -> slot));
    return ids.map(found::get);
  }

  List<Slot> of(List<RenditionRow> rows) {
    Map<UUID, Channel> channels = views.channels(rows);
    Map<UUID, List<RenditionRow>> byPost =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    RenditionRow::postId, LinkedHashMap::new, Collectors.toList()));
    Map<UUID, UUID> photos = photos(byPost.values());
    Map<UUID, String> names = counts.names(byPost.keySet());
    Map<UUID, PausedPosts.Pause> pauses = views.pauses(rows, channels);
    Map<UUID, String> hands = views.hands().holders(rows, channels);
    return byPost.values().stream()
        .map(of -> slot(new PostStanding(of).rows(), channels, names, photos, pauses, hands))
        .sorted(Comparator.comparing(Slot::at).thenComparing(Slot::postId))
        .toList();
  }

  private Slot slot(
      List<RenditionRow> rows,
      Map<UUID, Channel> channels,
      Map<UUID, String> names,
      Map<UUID, UUID> photos,
      Map<UUID, PausedPosts.Pause> pauses,
      Map<UUID, String> hands) {
    RenditionRow first = rows.stream().min(Comparator.comparing(RenditionRow::dueAt)).orElseThrow();
    RenditionRow worst = new PostStanding(rows).worst();
    List<Mark> marks =
        rows.stream()
            .sorted(
                Comparator.comparing((RenditionRow row) -> place(channels, row))
                    .thenComparing(RenditionRow::channelId))
            .map(row -> mark(row, channels))
            .toList();
    return new Slot(
        first.postId(),
        first.campaignId(),
        first.dueAt(),
        names.getOrDefault(first.postId(), first.excerpt()),
        first.excerpt(),
        rows.stream()
            .flatMap(row -> Optional.ofNullable(photos.get(row.id())).stream())
            .findFirst(),
        marks,
        mark(worst, channels),
        worst,
        Optional.ofNullable(pauses.get(worst.id())),
        Optional.ofNullable(channels.get(worst.channelId()))
            .flatMap(channel -> RenditionCard.trouble(worst, channel)),
        rows.stream()
            .flatMap(row -> Stream.ofNullable(hands.get(row.id())))
            .distinct()
            .sorted()
            .toList());
  }

  /** Accounts stand in the same order everywhere: by network. */
  static int place(Map<UUID, Channel> channels, RenditionRow row) {
    return Optional.ofNullable(channels.get(row.channelId()))
        .map(channel -> Network.all().indexOf(channel.network()))
        .orElse(Network.all().size());
  }

  private static Mark mark(RenditionRow row, Map<UUID, Channel> channels) {
    Optional<Channel> channel = Optional.ofNullable(channels.get(row.channelId()));
    return new Mark(
        channel.map(c -> c.network().name()).orElse(""),
        channel.map(Channel::shownAs).orElse(""),
        row.state(),
        row.stateKey(),
        row.tone(),
        row.icon());
  }

  private Map<UUID, UUID> photos(Collection<List<RenditionRow>> byPost) {
    List<UUID> ids = byPost.stream().flatMap(List::stream).map(RenditionRow::id).toList();
    return ids.isEmpty()
        ? Map.of()
        : posts.pictures(ids).stream()
            .collect(
                Collectors.toMap(
                    RenditionPicture::renditionId, RenditionPicture::photoId, (one, two) -> one));
  }
}
