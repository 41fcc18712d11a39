package id.gaung.home;

import id.gaung.identity.ChangeOffice;
import id.gaung.identity.Office;
import id.gaung.identity.Offices;
import id.gaung.identity.People;
import id.gaung.identity.PeoplePages.Listing;
import id.gaung.identity.Person;
import id.gaung.kernel.Role;
import id.gaung.media.ChosenPhoto;
import id.gaung.media.Photos;
import id.gaung.publishing.PublishingSwitch.SwitchState;
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
import java.util.List;
import java.util.Optional;

/** A card for each part of the settings with how it stands, and the office on a page of its own. */
@Path("settings")
@Produces(MediaType.TEXT_HTML)
public final class SettingsPages {

  private final Offices offices;
  private final SettingsParts parts;
  private final People people;
  private final Photos photos;

  SettingsPages(Offices offices, People people, SettingsParts parts, Photos photos) {
    this.offices = offices;
    this.people = people;
    this.parts = parts;
    this.photos = photos;
  }

  @GET
  @RolesAllowed({Role.Names.STAFF, Role.Names.APPROVER, Role.Names.ADMIN})
  public View show(@Auth Viewer viewer) {
    boolean admin = viewer.is(Role.ADMIN);
    SwitchState brake = parts.state();
    return new View(
        "home/settings.jte",
        new Settings(
            offices.current(),
            parts.of(viewer),
            admin ? Optional.of(Listing.of(people, "", 1)) : Optional.empty(),
            brake,
            admin ? brake.changedBy().flatMap(people::find).map(Person::name).orElse("") : ""));
  }

  @GET
  @Path("office")
  @RolesAllowed(Role.Names.ADMIN)
  public View showOffice(@Auth Viewer viewer) {
    return page(Form.of(ChangeOffice.of(offices.current())));
  }

  @POST
  @Path("office")
  @RolesAllowed(Role.Names.ADMIN)
  @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
  @TakesFile
  public Response office(@Auth Viewer viewer, Form form) {
    return form.attempt(
        () -> {
          ChosenPhoto.keep(photos, viewer.actor(), form, "logo", "removeLogo", "logoPhotoId");
          offices.change(viewer.actor(), form.as(ChangeOffice.class));
          return Flash.to("/settings/office", "office.saved");
        },
        again -> page(again.against(Form.of(ChangeOffice.of(offices.current())), "version")));
  }

  private View page(Form form) {
    return new View("home/office.jte", new OfficeShow(offices.current(), form));
  }

  /**
   * The page.
   *
   * @param parts those the reader may open
   * @param people the first of them; for an administrator alone
   * @param turnedBy who last stopped publishing or let it go on; empty if nobody did
   */
  public record Settings(
      Office office,
      List<SettingsParts.Part> parts,
      Optional<Listing> people,
      SwitchState brake,
      String turnedBy) {}

  /** The office's own page. */
  public record OfficeShow(Office office, Form form) {}
}
