package id.gaung.collaboration;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import id.gaung.campaign.CampaignPlan;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Whoever changes something names the version that was read, so that nobody undoes what they have
 * not seen. {@link DoorsTest} shows that a door asks for it.
 */
class VersionsTest {

  /** These make something new as well, which has no version; changing by them asks for it. */
  private static final List<Class<?>> MAKING = List.of(CampaignPlan.class, OfferDraft.class);

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
    World world = new World();
    UUID campaign = world.activeCampaign();
    UUID offer = world.collaboration.offers().draft(world.staff, campaign, world.offer());
    Refused.field(
        "version",
        "field.notnull",
        () -> world.collaboration.offers().change(world.staff, offer, world.offer()));
    Refused.field(
        "version",
        "field.required",
        () -> world.campaign.campaigns().change(world.staff, campaign, world.plan()));
    assertThat(world.collaboration.offers().get(offer).version()).isZero();
  }
}
