package id.gaung.home;

import id.gaung.audit.Audit;
import id.gaung.channel.ChannelCounts;
import id.gaung.channel.ChannelState;
import id.gaung.identity.People;
import id.gaung.identity.PeopleCounts;
import id.gaung.kernel.Role;
import id.gaung.kernel.Tone;
import id.gaung.mail.MailFeature;
import id.gaung.mail.MailViews;
import id.gaung.publishing.PublishingSwitch;
import id.gaung.publishing.PublishingSwitch.SwitchState;
import id.gaung.web.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The parts of the settings, each with how it stands. */
public final class SettingsParts {

  private final ChannelCounts channels;
  private final PeopleCounts waiting;
  private final People people;
  private final Audit audit;
  private final PublishingSwitch brake;
  private final HealthPages health;
  private final MailFeature mail;
  private final Clock clock;

  SettingsParts(
      Jdbi jdbi,
      People people,
      Audit audit,
      PublishingSwitch brake,
      HealthPages health,
      MailFeature mail,
      Clock clock) {
    this.mail = mail;
    this.channels = jdbi.onDemand(ChannelCounts.class);
    this.waiting = jdbi.onDemand(PeopleCounts.class);
    this.people = people;
    this.audit = audit;
    this.brake = brake;
    this.health = health;
    this.clock = clock;
  }

  /** Those that the reader may open. */
  List<Part> of(Viewer viewer) {
    if (viewer.is(Role.ADMIN)) {
      return List.of(accounts(), persons(), log(), brake(), mail(), well());
    }
    return viewer.is(Role.STAFF) ? List.of(accounts(), brake()) : List.of(brake());
  }

  SwitchState state() {
    return brake.state();
  }

  private Part accounts() {
    Map<ChannelState, Long> states = channels.byState();
    long connected = states.getOrDefault(ChannelState.CONNECTED, 0L);
    long again = states.getOrDefault(ChannelState.RECONNECT, 0L);
    String about = "home.settings.channels.about";
    if (again > 0) {
      return new Part(
          "channels", "/channels", "link", about, connected, Tone.WAIT, "alert", "again", again);
    }
    return connected == 0
        ? new Part("channels", "/channels", "link", about, 0, Tone.WAIT, "alert", "none", 0)
        : new Part(
            "channels", "/channels", "link", about, connected, Tone.GOOD, "check", "well", 0);
  }

  private Part persons() {
    long all = people.page("", 1).total();
    long out = waiting.withoutWayIn(clock.instant());
    String about = "home.settings.people.about";
    return out > 0
        ? new Part("people", "/people", "creators", about, all, Tone.WAIT, "clock", "waiting", out)
        : new Part("people", "/people", "creators", about, all, Tone.GOOD, "check", "well", 0);
  }

  private Part log() {
    long rows = audit.newest(1).total();
    Optional<Audit.Checked> last = audit.lastCheck();
    if (last.isPresent()) {
      boolean whole = last.get().found().holds();
      return new Part(
          "audit",
          "/audit",
          "file",
          "home.settings.audit.about",
          rows,
          whole ? Tone.GOOD : Tone.BAD,
          whole ? "check" : "alert",
          whole ? "whole" : "torn",
          rows,
          last.map(Audit.Checked::at));
    }
    return new Part(
        "audit",
        "/audit",
        "file",
        "home.settings.audit.about",
        rows,
        Tone.PLAIN,
        "shield",
        "kept",
        rows);
  }

  private Part brake() {
    boolean stopped = brake.state().stopped();
    return new Part(
        "brake",
        "/publishing",
        "stop",
        "home.settings.brake.about",
        0,
        stopped ? Tone.BAD : Tone.GOOD,
        stopped ? "stop" : "check",
        stopped ? "stopped" : "running",
        0);
  }

  private Part mail() {
    MailViews.Standing now = mail.views().standing();
    boolean unknown = now.unknown() > 0;
    String state = !mail.mails().isSetUp() ? "none" : unknown ? "unknown" : "set";
    return new Part(
        "mail",
        "/settings/mail",
        "message",
        "home.settings.mail.about",
        0,
        unknown ? Tone.WAIT : state.equals("set") ? Tone.GOOD : Tone.PLAIN,
        unknown ? "alert" : state.equals("set") ? "check" : "message",
        state,
        now.unknown());
  }

  private Part well() {
    long troubles = health.health().troubles();
    return new Part(
        "health",
        "/settings/health",
        "heart",
        "home.settings.health.about",
        0,
        troubles > 0 ? Tone.BAD : Tone.GOOD,
        troubles > 0 ? "alert" : "check",
        troubles > 0 ? "trouble" : "well",
        troubles);
  }

  /**
   * One part of the settings and how it stands.
   *
   * @param about key of the sentence below its name, with {@code count} in it
   * @param at when its state was seen, which its words then say in place of a number
   * @param state the last part of the key of its state's words, with {@code counted} in them
   */
  public record Part(
      String name,
      String path,
      String icon,
      String about,
      long count,
      Tone tone,
      String stateIcon,
      String state,
      long counted,
      Optional<Instant> at) {

    Part(
        String name,
        String path,
        String icon,
        String about,
        long count,
        Tone tone,
        String stateIcon,
        String state,
        long counted) {
      this(name, path, icon, about, count, tone, stateIcon, state, counted, Optional.empty());
    }

    public String stateKey() {
      return "home.settings." + name + "." + state;
    }

    public String title() {
      return "home.settings." + name;
    }
  }
}
