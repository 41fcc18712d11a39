package id.gaung.home;

import id.gaung.audit.Audit;
import id.gaung.channel.ChannelCounts;
import id.gaung.channel.ChannelState;
import id.gaung.identity.IdentityFeature;
import id.gaung.identity.Office;
import id.gaung.identity.Offices;
import id.gaung.identity.Offices.ChangeOffice;
import id.gaung.identity.People;
import id.gaung.identity.PeopleCounts;
import id.gaung.kernel.Role;
import id.gaung.kernel.Tone;
import id.gaung.media.ChosenPhoto;
import id.gaung.media.Photos;
import id.gaung.publishing.PublishingSwitch;
import id.gaung.web.Flash;
import id.gaung.web.Form;
import id.gaung.web.TakesFile;
import id.gaung.web.View;
import id.gaung.web.Viewer;
import io.dropwizard.auth.Auth;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What an administrator sets up: a card for each part with how it stands, and the office. */
@Path("settings")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.Names.ADMIN)
public final class SettingsPages {

  private final ChannelCounts channels;
  private final PeopleCounts waiting;
  private final People people;
  private final Offices offices;
  private final Audit audit;
  private final PublishingSwitch brake;
  private final HealthPages health;
  private final Photos photos;
  private final Supplier<Instant> now;

  SettingsPages(
      ChannelCounts channels,
      PeopleCounts waiting,
      IdentityFeature identity,
      Audit audit,
      PublishingSwitch brake,
      HealthPages health,
      Photos photos,
      Supplier<Instant> now) {
    this.channels = channels;
    this.waiting = waiting;
    this.people = identity.people();
    this.offices = identity.offices();
    this.audit = audit;
    this.brake = brake;
    this.health = health;
    this.photos = photos;
    this.now = now;
  }

  @GET
  public View show(@Auth Viewer viewer) {
    return page(Form.of(ChangeOffice.of(offices.current())));
  }

  @POST
  @Path("office")
  @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
  @TakesFile
  public Response office(@Auth Viewer viewer, Form form) {
    return form.attempt(
        () -> {
          ChosenPhoto.keep(photos, viewer.actor(), form, "logo", "removeLogo", "logoPhotoId");
          offices.change(viewer.actor(), form.as(ChangeOffice.class));
          return Flash.to("/settings", "office.saved");
        },
        again -> page(again.against(Form.of(ChangeOffice.of(offices.current())), "version")));
  }

  private View page(Form form) {
    return new View(
        "home/settings.jte",
        new Settings(
            offices.current(), List.of(accounts(), persons(), log(), brake(), well()), form));
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
    long out = waiting.withoutWayIn(now.get());
    String about = "home.settings.people.about";
    return out > 0
        ? new Part("people", "/people", "creators", about, all, Tone.WAIT, "clock", "waiting", out)
        : new Part("people", "/people", "creators", about, all, Tone.GOOD, "check", "well", 0);
  }

  private Part log() {
    long rows = audit.newest(1).total();
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
    return brake.state().stopped()
        ? new Part(
            "brake",
            "/publishing",
            "stop",
            "home.settings.brake.about",
            0,
            Tone.BAD,
            "stop",
            "stopped",
            0)
        : new Part(
            "brake",
            "/publishing",
            "stop",
            "home.settings.brake.about",
            0,
            Tone.GOOD,
            "check",
            "running",
            0);
  }

  private Part well() {
    long troubles = health.health().troubles();
    return troubles > 0
        ? new Part(
            "health",
            "/settings/health",
            "heart",
            "home.settings.health.about",
            0,
            Tone.BAD,
            "alert",
            "trouble",
            troubles)
        : new Part(
            "health",
            "/settings/health",
            "heart",
            "home.settings.health.about",
            0,
            Tone.GOOD,
            "check",
            "well",
            0);
  }

  /**
   * One part of the settings and how it stands.
   *
   * @param about key of the sentence below its name, with {@code count} in it
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
      long counted) {

    public String stateKey() {
      return "home.settings." + name + "." + state;
    }

    public String title() {
      return "home.settings." + name;
    }
  }

  /** The page. */
  public record Settings(Office office, List<Part> parts, Form form) {}
}
