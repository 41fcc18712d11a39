package id.gaung;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static id.gaung.House.ALL;
import static id.gaung.House.ROOT;
import static id.gaung.House.features;
import static id.gaung.House.in;
import static id.gaung.House.outermost;
import static id.gaung.House.outermostOf;
import static id.gaung.House.root;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Where a library, a statement, the clock may be used. A rule that finds nothing to judge fails,
 * and a library that nobody uses is a misspelt one.
 */
class LibrariesTest {

  /** Where statements may stand. */
  private static final String STATEMENTS = ".*(Dao|\\.(Campaign|Channel|People)Counts)";

  @Test
  void statements_stand_in_package_private_interfaces() {
    classes().that().haveNameMatching(STATEMENTS).should().beInterfaces().check(ALL);
    // Counts are what a feature lets the first page read of it.
    classes()
        .that()
        .haveSimpleNameEndingWith("Dao")
        .should()
        .bePackagePrivate()
        .allowEmptyShould(false)
        .check(ALL);
    noClasses()
        .that()
        .haveNameNotMatching(STATEMENTS)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.jdbi.v3.sqlobject.statement..")
        .allowEmptyShould(false)
        .check(ALL);
  }

  @Test
  void doors_jobs_records_pages_and_networks_do_not_see_the_database() {
    noClasses()
        .that(
            outermost("Resource", "Pages", "Job")
                .or(resideInAnyPackage(ROOT + ".web", ROOT + ".platform.."))
                .or(describe("records", JavaClass::isRecord)))
        .and(
            describe(
                "are not the record that hands out the database",
                c -> !c.getName().equals(ROOT + ".audit.Foundation")))
        // The practice networks keep their own rows, beside the product.
        .and()
        .resideOutsideOfPackage(ROOT + ".sandbox")
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.jdbi..")
                .and(not(describe("a mapping mark", LibrariesTest::isMark))))
        .allowEmptyShould(false)
        .check(ALL);
  }

  /** A record may say that another record is within it. */
  private static boolean isMark(JavaClass type) {
    return type.getName().equals("org.jdbi.v3.core.mapper.Nested");
  }

  @Test
  void each_library_has_its_place() {
    only("okhttp3..", in("platform"));
    only("com.ibm.icu..", in("platform").or(in("sandbox")).or(in("web")));
    only("org.quartz..", in("jobs"));
    only("gg.jte..", in("web").or(in("sandbox")));
    only("org.eclipse.jetty..", in("sandbox").or(in("web")).or(root()));
    only("liquibase..", in("db"));
    only("org.postgresql..", in("db"));
    // Its programs are taken from the jar; its library is made for tests.
    noClasses().should().dependOnClassesThat().resideInAPackage("io.zonky..").check(ALL);
    only("com.google.crypto.tink..", in("channel").or(in("mail")).or(root()));
    only("jakarta.mail..", in("mail"));
    only("org.eclipse.angus..", in("mail"));
    only("org.simplejavamail..", in("mail"));
    only("com.password4j..", in("identity"));
    only("org.apache.tika..", in("media"));
    only("java.util.logging..", root());
    // The story has a person who presses "allow" at a practice network.
    only("java.net.http..", in("sandbox").or(in("demo")));
    only(
        "jakarta.ws.rs..",
        in("web")
            .or(outermost("Resource", "Pages", "Feature"))
            .or(entry())
            .or(filesOfTwoDoors())
            .or(root()));
    only("org.glassfish.jersey..", in("web").or(outermost("Feature")).or(root()));
    // The tus server writes its answers itself, as a servlet does; Jersey says GET where HEAD was
    // asked, so the doors that answer ranges look at the request as it came.
    only(
        "jakarta.servlet..",
        in("web")
            .or(outermost("UploadDoor", "TusExchange", "UploadsResource", "OfferMediaResource"))
            .or(outermost("RangeAnswer", "LibraryItemPages", "SignedPhotoPages")));
    only("me.desair.tus..", in("media"));
    only("org.mp4parser..", in("media"));
    only("io.dropwizard.db..", in("db"));
    only(
        "io.dropwizard..",
        in("web")
            .or(in("db"))
            .or(outermost("Resource", "Pages", "Feature"))
            .or(entry())
            .or(root()));
  }

  @Test
  void the_clock_is_handed_in_and_nobody_sleeps() {
    Map<String, Set<String>> forbidden =
        Map.of(
            "java.time.Instant", Set.of("now"),
            "java.time.LocalDate", Set.of("now"),
            "java.time.LocalTime", Set.of("now"),
            "java.time.LocalDateTime", Set.of("now"),
            "java.time.OffsetDateTime", Set.of("now"),
            "java.time.ZonedDateTime", Set.of("now"),
            "java.time.Clock", Set.of("systemUTC", "systemDefaultZone", "system", "tick"),
            "java.lang.System", Set.of("currentTimeMillis"),
            "java.lang.Thread", Set.of("sleep"),
            "java.util.UUID", Set.of("randomUUID"));
    // LocalDate.now(clock) reads the clock that was handed in.
    DescribedPredicate<JavaCall<?>> readsTheWall =
        describe(
            "read the wall clock, sleep or roll dice",
            call ->
                forbidden
                        .getOrDefault(call.getTargetOwner().getName(), Set.of())
                        .contains(call.getName())
                    && call.getTarget().getRawParameterTypes().stream()
                        .noneMatch(type -> type.getName().equals("java.time.Clock")));
    DescribedPredicate<JavaCall<?>> inTheRoot =
        describe("in the root", call -> call.getOriginOwner().getPackageName().equals(ROOT));
    DescribedPredicate<JavaCall<?>> theSystemsClock =
        describe("the system's clock", call -> call.getName().equals("systemUTC"));
    noClasses()
        .should()
        .callCodeUnitWhere(readsTheWall.and(not(inTheRoot.and(theSystemsClock))))
        .allowEmptyShould(false)
        .check(ALL);
    // How long something takes is measured where a process or a sender is waited for, nowhere else.
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(ROOT + ".db.Postmaster")
        .and()
        .doNotHaveFullyQualifiedName(ROOT + ".web.PlainRequests")
        .should()
        .callMethod(System.class, "nanoTime")
        .allowEmptyShould(false)
        .check(ALL);
  }

  @Test
  void records_of_the_domain_need_no_library() {
    classes()
        .that(
            describe("are records that other packages see", c -> c.isRecord() && isSeenOutside(c)))
        .and()
        .resideInAnyPackage(features())
        .and()
        // What clients share reads answers as each of them does.
        .resideOutsideOfPackage(ROOT + ".platform.meta")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "java..",
                ROOT + "..",
                "org.jspecify.annotations",
                "jakarta.validation..",
                "org.jdbi.v3.core.mapper",
                "com.fasterxml.jackson.annotation..",
                "io.swagger.v3.oas.annotations.."))
        .allowEmptyShould(false)
        .check(ALL);
    noClasses()
        .that(describe("are records of the domain", LibrariesTest::isOfTheDomain))
        .and()
        .resideInAnyPackage(features())
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(ROOT + ".web", ROOT + ".db", ROOT + ".jobs")
                // What a person is, beside the id: identity implements the one and keeps the other.
                .and(
                    not(
                        describe(
                            "viewer, language or tab",
                            c -> Set.of("Viewer", "Language", "Tab").contains(c.getSimpleName())))))
        .allowEmptyShould(false)
        .check(ALL);
  }

  @Test
  void nothing_is_injected_into_fields_and_nothing_printed_but_by_commands() {
    fields()
        .should()
        .notBeAnnotatedWith("jakarta.inject.Inject")
        .allowEmptyShould(false)
        .check(ALL);
    // Jersey has no other way to tell its providers, of which there is one, about the request.
    fields()
        .that()
        .areDeclaredInClassesThat(not(in("web")))
        .should()
        .notBeAnnotatedWith("jakarta.ws.rs.core.Context")
        .allowEmptyShould(false)
        .check(ALL);
    noClasses()
        .that(not(root()))
        .should(ACCESS_STANDARD_STREAMS)
        .allowEmptyShould(false)
        .check(ALL);
  }

  private static void only(String library, DescribedPredicate<JavaClass> place) {
    assertThat(ALL.stream().anyMatch(c -> uses(c, library)))
        .as("nobody uses %s: misspelt?", library)
        .isEqualTo(!library.equals("java.util.logging.."));
    noClasses()
        .that(not(place))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .allowEmptyShould(false)
        .check(ALL);
  }

  private static boolean uses(JavaClass c, String library) {
    return c.getDirectDependenciesFromSelf().stream()
        .anyMatch(d -> resideInAPackage(library).test(d.getTargetClass()));
  }

  /** How a person comes in: the filter and the cookie of identity. */
  private static DescribedPredicate<JavaClass> entry() {
    Set<String> names =
        Set.of("ViewerFilter", "ViewerSecurity", "SessionCookie", "EntryWithoutSecret");
    assertThat(ALL.stream().map(JavaClass::getSimpleName).toList()).containsAll(names);
    return describe(
        "identity's entry",
        c ->
            c.getPackageName().equals(ROOT + ".identity")
                && names.contains(outermostOf(c).getSimpleName()));
  }

  /** A file that a page and the API, or two addresses, answer in the same way. */
  private static DescribedPredicate<JavaClass> filesOfTwoDoors() {
    Set<String> names =
        Set.of(
            ROOT + ".media.PhotoAnswer",
            ROOT + ".media.RangeAnswer",
            ROOT + ".media.UploadDoor",
            ROOT + ".media.TusExchange",
            ROOT + ".report.ReportFiles",
            ROOT + ".catalogue.ImportFiles");
    return describe("the file of two doors", c -> names.contains(outermostOf(c).getName()));
  }

  /** What a network answered is read as JSON, by its client alone. */
  private static boolean isSeenOutside(JavaClass c) {
    return c.getModifiers().contains(JavaModifier.PUBLIC)
        && outermostOf(c).getModifiers().contains(JavaModifier.PUBLIC)
        && !outermostOf(c).getName().equals(ROOT + ".platform.HttpOutcome");
  }

  private static boolean isOfTheDomain(JavaClass c) {
    return c.isRecord()
        && !outermostOf(c)
            .getSimpleName()
            .matches(
                ".*(Page|Pages|OnPhone|Views|Resource|Feature|Form|Editor|Listing|Show|Tile|Charts)");
  }
}
