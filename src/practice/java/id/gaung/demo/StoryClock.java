package id.gaung.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** A clock that stands where the story is told, and goes like any other once it is told. */
public final class StoryClock extends Clock {

  private final Clock real;
  private volatile Optional<Instant> standing = Optional.empty();

  /** A clock that already goes like the real one. */
  public StoryClock(Clock real) {
    this.real = real;
  }

  void moveTo(Instant instant) {
    standing = Optional.of(instant);
  }

  void release() {
    standing = Optional.empty();
  }

  /** Now, wherever the story is. */
  Instant realNow() {
    return real.instant();
  }

  @Override
  public Instant instant() {
    return standing.orElseGet(real::instant);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("times are UTC");
  }
}
