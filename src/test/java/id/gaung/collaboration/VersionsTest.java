package id.gaung.collaboration;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import id.gaung.campaign.CampaignStep;
import id.gaung.campaign.PlanCampaign;
import id.gaung.report.PageOne;
import id.gaung.web.Browser;
import id.gaung.web.SignedInAs;
import id.gaung.web.WebServer;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.RecordComponent;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Whoever changes something names the version that was read, so that nobody undoes what they have
 * not seen.
 */
@Tag("database")
class VersionsTest {

  /** These make something new as well, which has no version; changing by them asks for it. */
  private static final List<Class<?>> MAKING =
      List.of(PlanCampaign.class, DraftOffer.class, PageOne.WeekFigures.class);

  private static final World WORLD = new World();
  private static final SignedInAs SIGNED_IN = new SignedInAs();

  @RegisterExtension
  static final WebServer SERVER =
      WebServer.with(
          List.of("campaign", "collaboration", "phone"),
          false,
          jersey -> {
            jersey.register(SIGNED_IN);
            WORLD.campaign.register(jersey);
            WORLD.collaboration.register(jersey, World.SOCIAL);
          });

  @Test
  void every_door_of_an_offer_a_deliverable_and_a_campaign_asks_for_it() {
    SIGNED_IN.person(WORLD.both);
    UUID campaign = WORLD.approvedCampaign();
    Offer offer = WORLD.acceptedOffer();
    UUID work = WORLD.collaboration.offers().deliverables(offer.id()).get(0).id();
    List<String> doors = new ArrayList<>();
    for (CampaignStep step : CampaignStep.values()) {
      doors.add("/campaigns/" + campaign + "/" + step.path());
    }
    for (String step : List.of("send", "withdraw", "extend", "link")) {
      doors.add("/offers/" + offer.id() + "/" + step);
    }
    for (String step : List.of("approve", "request-changes", "cancel")) {
      doors.add("/deliverables/" + work + "/" + step);
    }
    List<String> lenient = new ArrayList<>();
    Browser browser = SERVER.browser();
    for (String door : doors) {
      HttpResponse<String> json =
          browser.json("POST", "/api/v1" + door, "{}", "Authorization", "Bearer of-a-test");
      if (json.statusCode() != 422 || !json.body().contains("\"field\":\"version\"")) {
        lenient.add(door + " " + json.statusCode() + " " + json.body());
      }
      HttpResponse<String> page =
          browser.post(door, "reason", "x", "comment", "x", "respondBy", "2026-12-01T10:00");
      if (page.statusCode() < 400) {
        lenient.add("page " + door + " " + page.statusCode());
      }
    }
    assertThat(lenient).isEmpty();
  }

  @Test
  void no_command_may_leave_the_version_out() {
    List<String> lenient = new ArrayList<>();
    for (JavaClass known :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("id.gaung")) {
      if (!known.isRecord()) {
        continue;
      }
      Class<?> type = known.reflect();
      for (RecordComponent component : type.getRecordComponents()) {
        if (component.getName().equals("version")
            && component.getType() != int.class
            && !MAKING.contains(type)
            && !isCompulsory(component)) {
          lenient.add(type.getName());
        }
      }
    }
    assertThat(lenient).isEmpty();
  }

  private static boolean isCompulsory(RecordComponent component) {
    if (!(component.getAnnotatedType() instanceof AnnotatedParameterizedType held)) {
      // Any other kind of version, such as a brief's, is no number that a command sends.
      return component.getType() != Integer.class;
    }
    return component.getType() != Optional.class
        || Arrays.stream(held.getAnnotatedActualTypeArguments())
            .allMatch(part -> part.isAnnotationPresent(NotNull.class));
  }

  @Test
  void changing_what_can_also_be_made_asks_for_it_too() {
    UUID campaign = WORLD.activeCampaign();
    UUID offer = WORLD.collaboration.offers().draft(WORLD.staff, campaign, WORLD.offer());
    Refused.field(
        "version",
        "field.notnull",
        () -> WORLD.collaboration.offers().change(WORLD.staff, offer, WORLD.offer()));
    Refused.field(
        "version",
        "field.required",
        () -> WORLD.campaign.campaigns().change(WORLD.staff, campaign, WORLD.plan()));
    assertThat(WORLD.collaboration.offers().get(offer).version()).isZero();
  }
}
