package id.gaung.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A rule of a command: one of its components does not come before another. It is looked at whenever
 * both can be read, whatever else is wrong, so that a person hears of everything at once.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface InOrder {

  /** The component that comes first. */
  String first();

  /** The one that does not come before it, and is named if it does. */
  String last();

  /** The reason, a key of the message bundles. */
  String message();
}
