package id.gaung.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A file may come in the body, which may then be as large as a photo from a phone. Such a door must
 * know who sends before it reads: by a role, or, where the door is a {@link PublicPage}, by a
 * filter of its own that looks at the link.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface TakesFile {}
