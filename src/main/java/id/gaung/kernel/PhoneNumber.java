package id.gaung.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a component of a command: a text that is a mobile number as people type one, or blank. Checked
 * where forms and JSON are read, so that a wrong number is named with all that is wrong beside it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface PhoneNumber {

  /** What is said of a wrong one: a key of the bundles. */
  String message();
}
