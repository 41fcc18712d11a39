package id.gaung.web;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Light or dark, as the reader chose in this browser, or as the device is set. */
public enum Theme {
  SYSTEM,
  LIGHT,
  DARK;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The html element's {@code data-theme}; null leaves it to the device. */
  public @Nullable String attribute() {
    return this == SYSTEM ? null : code();
  }

  /** What the switch offers next. */
  public Theme other() {
    return switch (this) {
      case SYSTEM -> DARK;
      case DARK -> LIGHT;
      case LIGHT -> SYSTEM;
    };
  }

  static Theme of(Optional<String> code) {
    for (Theme theme : values()) {
      if (code.filter(theme.code()::equals).isPresent()) {
        return theme;
      }
    }
    return SYSTEM;
  }
}
