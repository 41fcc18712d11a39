package id.gaung.channel;

import id.gaung.kernel.Tone;
import id.gaung.platform.Ability;
import id.gaung.platform.Attachment;
import id.gaung.platform.Metric;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.Permit;
import id.gaung.platform.PublishMode;
import id.gaung.platform.SocialPlatform;
import id.gaung.platform.Traits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One account in plain words: what can be done today, by whom, with whose permission and for what
 * cost. All of it is asked of the network's module and its own texts ({@code platform.access.…}).
 *
 * @param listing of this account alone
 * @param open whether what its posts count is read without a login of its own
 * @param textAlone whether a post may be words alone
 */
public record ChannelSheet(
    Channel channel, Traits traits, ChannelListing listing, boolean open, boolean textAlone) {

  static ChannelSheet of(
      Channel channel, ChannelListing listing, Optional<SocialPlatform> platform, boolean open) {
    return new ChannelSheet(
        channel,
        NetworkModule.of(channel.network()).traits(),
        listing,
        open,
        platform.filter(client -> client.rules(channel.account()).textAlone()).isPresent());
  }

  /** What can be done on an account. */
  public enum Deed {
    TEXT,
    PICTURES,
    VIDEO,
    LINK_CARD,
    COUNTS,
    FOLLOWERS,
    DELETE
  }

  /** How it is done today. */
  public enum Today {
    ITSELF,
    OPENLY,
    PERSON,
    DRAFT,
    TYPED,
    STOPPED,
    NOT;

    public Tone tone() {
      return switch (this) {
        case ITSELF, OPENLY, DRAFT -> Tone.GOOD;
        case STOPPED -> Tone.BAD;
        case PERSON, TYPED, NOT -> Tone.PLAIN;
      };
    }

    public String icon() {
      return switch (this) {
        case ITSELF -> "bolt";
        case OPENLY -> "check";
        case PERSON -> "user";
        case DRAFT -> "phone";
        case TYPED -> "pencil";
        case STOPPED -> "alert";
        case NOT -> "x";
      };
    }
  }

  /**
   * A line of the sheet.
   *
   * @param permission the key of whose permission it needs
   * @param cost the key of what it costs
   */
  public record Line(Deed deed, Today today, String permission, String cost) {}

  /** What can be done, in the order in which people ask. */
  public List<Line> lines() {
    String network = channel.network().name();
    boolean hand = channel.isByHand();
    boolean alone = hand && !channel.isDrafted();
    Today out =
        alone
            ? Today.PERSON
            : channel.isDrafted()
                ? stopped(Today.DRAFT)
                : channel.isConnected() ? Today.ITSELF : Today.STOPPED;
    String ask = alone ? "channel.sheet.who.nobody" : "platform.access.publish." + network;
    String price = hand ? "channel.sheet.cost.time" : "platform.access.cost." + network;
    List<Line> lines = new ArrayList<>();
    if (textAlone) {
      lines.add(new Line(Deed.TEXT, out, ask, price));
    }
    Arrays.stream(Attachment.Kind.values())
        .filter(traits.attachments()::contains)
        .forEach(kind -> lines.add(new Line(Deed.valueOf(kind.name()), out, ask, price)));
    // Where a permit comes first, the network's own text tells who reads until then.
    boolean given =
        channel.hasLogin() && NetworkModule.of(channel.network()).permit() == Permit.FOR_EVERYTHING;
    String read = given ? "channel.sheet.who.given" : "platform.access.read." + network;
    Today reading = channel.hasLogin() ? stopped(Today.ITSELF) : open ? Today.OPENLY : Today.TYPED;
    Today counts = traits.counts().offered().isEmpty() ? Today.TYPED : reading;
    lines.add(new Line(Deed.COUNTS, counts, read, cost(counts)));
    lines.add(
        new Line(
            Deed.FOLLOWERS,
            reading,
            channel.hasLogin() || open ? read : "channel.sheet.who.login",
            cost(reading)));
    boolean deletes =
        channel.hasLogin()
            && NetworkModule.of(channel.network())
                .abilities(channel.account())
                .contains(Ability.DELETE);
    lines.add(
        deletes
            ? new Line(
                Deed.DELETE,
                stopped(Today.ITSELF),
                "channel.sheet.who.given",
                "channel.sheet.cost.none")
            : new Line(Deed.DELETE, Today.NOT, "channel.sheet.who.app", "channel.sheet.cost.none"));
    return lines;
  }

  private Today stopped(Today works) {
    return channel.isConnected() ? works : Today.STOPPED;
  }

  private String cost(Today today) {
    return today == Today.TYPED
        ? "channel.sheet.cost.time"
        : "platform.access.cost." + channel.network().name();
  }

  /** The key of a sentence on what its login lacks. */
  public Optional<String> lacks() {
    return channel.hasLogin()
        ? NetworkModule.of(channel.network()).lacks(channel.account())
        : Optional.empty();
  }

  /** For how many days what its API told is kept, by its terms; empty where they say nothing. */
  public Optional<Long> keptDays() {
    return NetworkModule.of(channel.network()).readingsKept().map(Duration::toDays);
  }

  /** What is counted of its posts: as its network tells programs, else as people see it there. */
  public List<Metric> metrics() {
    Set<Metric> told = traits.counts().offered();
    boolean typed = told.isEmpty() || (!channel.hasLogin() && !open);
    return List.copyOf(EnumSet.copyOf(typed ? traits.counts().typed() : told));
  }

  /** The ways that are open now; publishing by itself needs a login. */
  public boolean mayBecome(PublishMode mode) {
    return listing.canChange() && listing.otherModes(channel).contains(mode);
  }
}
