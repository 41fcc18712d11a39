package id.gaung;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * What the API answers are records of its doors: a record of the domain that changes its shape must
 * not change what programs read.
 */
class ApiAnswersTest {

  @Test
  void an_answer_holds_records_of_the_doors_alone() {
    Set<String> foreign = new TreeSet<>();
    Set<Class<?>> seen = new HashSet<>();
    List<? extends Class<?>> doors =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("id.gaung")
                .stream()
                .filter(c -> c.getSimpleName().endsWith("Resource"))
                .map(JavaClass::reflect)
                .toList();
    assertThat(doors).hasSizeGreaterThan(15);
    for (Class<?> door : doors) {
      for (Class<?> own : door.getDeclaredClasses()) {
        if (own.getSimpleName().endsWith("Response")) {
          follow(own, door.getSimpleName(), seen, foreign);
        }
      }
      for (Method method : door.getMethods()) {
        follow(method.getGenericReturnType(), door.getSimpleName(), seen, foreign);
      }
    }
    assertThat(foreign).isEmpty();
  }

  private static void follow(Type type, String from, Set<Class<?>> seen, Set<String> foreign) {
    if (type instanceof ParameterizedType generic) {
      follow(generic.getRawType(), from, seen, foreign);
      Arrays.stream(generic.getActualTypeArguments())
          .forEach(argument -> follow(argument, from, seen, foreign));
    } else if (type instanceof WildcardType wildcard) {
      Arrays.stream(wildcard.getUpperBounds()).forEach(bound -> follow(bound, from, seen, foreign));
    } else if (type instanceof GenericArrayType array) {
      follow(array.getGenericComponentType(), from, seen, foreign);
    } else if (type instanceof Class<?> one && one.isRecord() && seen.add(one)) {
      if (!isOfADoor(one)) {
        foreign.add(from + " answers " + one.getName());
        return;
      }
      for (RecordComponent component : one.getRecordComponents()) {
        follow(component.getGenericType(), from + " > " + one.getSimpleName(), seen, foreign);
      }
    }
  }

  /** The words every feature shares are what programs read, too: an amount is a number. */
  private static boolean isOfADoor(Class<?> record) {
    Class<?> outermost = record;
    while (outermost.getEnclosingClass() != null) {
      outermost = outermost.getEnclosingClass();
    }
    return outermost.getSimpleName().endsWith("Resource")
        || outermost.getSimpleName().endsWith("Response")
        || outermost.getPackageName().equals("id.gaung.kernel");
  }
}
