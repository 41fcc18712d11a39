package id.gaung.home;

import id.gaung.identity.Office;
import id.gaung.identity.Offices;
import id.gaung.identity.Offices.ChangeOffice;
import id.gaung.kernel.Role;
import id.gaung.media.ChosenPhoto;
import id.gaung.media.Photos;
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

/** A card for each part of the settings with how it stands; for an administrator the office too. */
@Path("settings")
@Produces(MediaType.TEXT_HTML)
public final class SettingsPages {

  private final Offices offices;
  private final SettingsParts parts;
  private final Photos photos;

  SettingsPages(Offices offices, SettingsParts parts, Photos photos) {
    this.offices = offices;
    this.parts = parts;
    this.photos = photos;
  }

  @GET
  @RolesAllowed({Role.Names.STAFF, Role.Names.APPROVER, Role.Names.ADMIN})
  public View show(@Auth Viewer viewer) {
    return page(viewer, Form.of(ChangeOffice.of(offices.current())));
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
          return Flash.to("/settings", "office.saved");
        },
        again ->
            page(viewer, again.against(Form.of(ChangeOffice.of(offices.current())), "version")));
  }

  private View page(Viewer viewer, Form form) {
    return new View(
        "home/settings.jte",
        new Settings(offices.current(), parts.of(viewer), form, viewer.is(Role.ADMIN)));
  }

  /**
   * The page.
   *
   * @param parts those the reader may open
   * @param mayChange whether the reader may change the office
   */
  public record Settings(
      Office office, List<SettingsParts.Part> parts, Form form, boolean mayChange) {}
}
