package id.gaung.engagement;

import id.gaung.kernel.Network;
import id.gaung.platform.Metric;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What an administrator enters of a count that changed.
 *
 * @param metric empty for everything that the network counts
 * @param source where the network says so, such as an address
 * @param version as it was read; 0 of one that is new
 */
public record EnterCountChange(
    Network network,
    Optional<Metric> metric,
    LocalDate changedOn,
    @NotBlank @Size(max = 300) String textId,
    @NotBlank @Size(max = 300) String textEn,
    @NotBlank @Size(max = 300) String source,
    int version) {

  static EnterCountChange of(CountChange one) {
    return new EnterCountChange(
        one.network(),
        one.metric(),
        one.changedOn(),
        one.textId(),
        one.textEn(),
        one.source(),
        one.version());
  }

  /** The row that it makes. */
  CountChange row(UUID id) {
    return new CountChange(
        id, network, metric, changedOn, ended(textId), ended(textEn), source.strip(), version);
  }

  /** A sentence goes on behind it. */
  private static String ended(String text) {
    return text.strip().replaceFirst("[.\\s]+$", "");
  }
}
