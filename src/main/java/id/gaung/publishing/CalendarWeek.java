package id.gaung.publishing;

import id.gaung.collaboration.DeliverableView;
import id.gaung.kernel.Week;
import id.gaung.publishing.PostSlots.Slot;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A week of posts.
 *
 * @param campaigns names by id, in the order of their colours
 * @param ready approved content without a post
 * @param readyPhotos of those that have one
 * @param accounts on how many accounts the week's posts are
 * @param mayCompose whether the reader makes posts
 * @param cut whether there are more than are shown
 * @param filter which of them are shown
 * @param networks of the week's posts
 */
public record CalendarWeek(
    Week week,
    LocalDate today,
    List<Day> days,
    Map<UUID, String> campaigns,
    List<DeliverableView> ready,
    Map<UUID, UUID> readyPhotos,
    long accounts,
    boolean mayCompose,
    boolean cut,
    Filter filter,
    List<String> networks) {

  /** Which posts are asked for; empty texts ask for all. */
  public record Filter(String campaign, String network, String state) {

    static final String TROUBLE = "TROUBLE";

    boolean fits(Slot slot) {
      boolean here = campaign.isEmpty() || slot.campaignId().toString().equals(campaign);
      boolean there =
          network.isEmpty() || slot.marks().stream().anyMatch(m -> m.network().equals(network));
      boolean so =
          state.isEmpty()
              || (state.equals(TROUBLE)
                  ? slot.isTrouble()
                  : slot.marks().stream().anyMatch(m -> m.state().name().equals(state)));
      return here && there && so;
    }

    public boolean isSet() {
      return !(campaign + network + state).isEmpty();
    }

    /** Of an address, after the week. */
    public String query() {
      return "&campaign="
          + encoded(campaign)
          + "&network="
          + encoded(network)
          + "&state="
          + encoded(state);
    }

    private static String encoded(String value) {
      return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
  }

  private static final List<String> HUES = List.of("hue-a", "hue-b", "hue-c");

  /** A day and what is due on it, in order. */
  public record Day(LocalDate date, List<Slot> slots) {}

  public Optional<UUID> readyPhoto(UUID deliverableId) {
    return Optional.ofNullable(readyPhotos.get(deliverableId));
  }

  /** Whether something in the week may still change by itself. */
  public boolean isMoving() {
    return days.stream().flatMap(day -> day.slots().stream()).anyMatch(Slot::isMoving);
  }

  /** Tells one state of the week from another. */
  public String digest() {
    return PostSlots.digest(days.stream().flatMap(day -> day.slots().stream()).toList());
  }

  /** The colour of a campaign; beside it the legend has its name. */
  public String hue(UUID campaign) {
    int at = List.copyOf(campaigns.keySet()).indexOf(campaign);
    return at < 0 ? "" : HUES.get(at % HUES.size());
  }

  public long posts() {
    return days.stream().mapToLong(day -> day.slots().size()).sum();
  }

  public long out() {
    return days.stream().flatMap(day -> day.slots().stream()).filter(Slot::isOut).count();
  }
}
