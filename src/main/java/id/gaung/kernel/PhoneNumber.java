package id.gaung.kernel;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * A text that is a mobile number as people type one, or blank. On a command's component, so that a
 * wrong number is named together with all that is wrong beside it.
 */
@Constraint(validatedBy = PhoneNumber.Rule.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface PhoneNumber {

  /** A key of the bundles. */
  String message();

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Asks {@link Whatsapp}. */
  final class Rule implements ConstraintValidator<PhoneNumber, String> {

    @Override
    public boolean isValid(@Nullable String typed, ConstraintValidatorContext context) {
      return typed == null || typed.isBlank() || Whatsapp.parse(typed).isPresent();
    }
  }
}
