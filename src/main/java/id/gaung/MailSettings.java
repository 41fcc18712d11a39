package id.gaung;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import id.gaung.kernel.Secret;
import id.gaung.mail.SmtpSettings;
import id.gaung.mail.SmtpSettings.Security;
import io.dropwizard.validation.ValidationMethod;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The server that takes our mail; without a host there is none, and messages wait to be passed on
 * by hand.
 *
 * @param port 0 for the usual one of the security: 25, 587, 465
 * @param user empty where the server asks for none
 * @param from the address that messages come from
 * @param fromName empty for the office's name
 */
public record MailSettings(
    String host,
    @Min(0) @Max(65_535) int port,
    @NotNull Security security,
    String user,
    Secret password,
    String from,
    String fromName) {

  private static final String NO_HOST =
      "mail.host must be the name of a server, such as smtp.example.go.id, without a port or https";
  private static final String NO_FROM = "mail.from must be an address, such as gaung@example.go.id";
  private static final String NO_USER = "mail.user is missing, though mail.password is set";
  private static final String NO_PASSWORD = "mail.password is missing, though mail.user is set";
  private static final String NO_NAME = "mail.fromName must be one line of 100 characters at most";
  private static final String PLAIN_PASSWORD =
      "mail.security NONE would send mail.password readable over the network; take STARTTLS or"
          + " SMTPS";
  private static final Pattern HOST =
      Pattern.compile("[\\p{L}\\p{N}]([\\p{L}\\p{N}.:-]*[\\p{L}\\p{N}])?");
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[\\x21-\\x7e&&[^@<>(),;:\\\\\"\\[\\]]]+@[\\p{L}\\p{N}]([\\p{L}\\p{N}.-]*[\\p{L}\\p{N}])?");

  static final MailSettings NONE = read(null, null, null, null, null, null, null);

  @JsonCreator
  static MailSettings read(
      @JsonProperty("host") @Nullable String host,
      @JsonProperty("port") @Nullable Integer port,
      @JsonProperty("security") @Nullable Security security,
      @JsonProperty("user") @Nullable String user,
      @JsonProperty("password") @Nullable String password,
      @JsonProperty("from") @Nullable String from,
      @JsonProperty("fromName") @Nullable String fromName) {
    return new MailSettings(
        Objects.requireNonNullElse(host, "").strip(),
        Objects.requireNonNullElse(port, 0),
        Objects.requireNonNullElse(security, Security.STARTTLS),
        Objects.requireNonNullElse(user, "").strip(),
        new Secret(Objects.requireNonNullElse(password, "")),
        Objects.requireNonNullElse(from, "").strip(),
        Objects.requireNonNullElse(fromName, "").strip());
  }

  @JsonIgnore
  @ValidationMethod(message = NO_HOST)
  public boolean isHostAName() {
    return host.isEmpty() || (HOST.matcher(host).matches() && !host.matches("[^:]+:\\d+"));
  }

  @JsonIgnore
  @ValidationMethod(message = NO_FROM)
  public boolean isFromAnAddress() {
    return host.isEmpty() ? true : ADDRESS.matcher(from).matches();
  }

  @JsonIgnore
  @ValidationMethod(message = NO_USER)
  public boolean isUserThere() {
    return password.isEmpty() || !user.isEmpty();
  }

  @JsonIgnore
  @ValidationMethod(message = NO_PASSWORD)
  public boolean isPasswordThere() {
    return user.isEmpty() || !password.isEmpty();
  }

  /** On this machine nobody listens. */
  @JsonIgnore
  @ValidationMethod(message = PLAIN_PASSWORD)
  public boolean isPasswordSafe() {
    return security != Security.NONE
        || password.isEmpty()
        || host.equals("localhost")
        || host.startsWith("127.")
        || host.equals("::1");
  }

  @JsonIgnore
  @ValidationMethod(message = NO_NAME)
  public boolean isFromNameALine() {
    return fromName.length() <= 100 && fromName.chars().noneMatch(Character::isISOControl);
  }

  @JsonIgnore
  Optional<SmtpSettings> smtp() {
    return host.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SmtpSettings(
                host,
                port == 0 ? usualPort(security) : port,
                security,
                user,
                password,
                from,
                fromName,
                SmtpSettings.Limits.USUAL));
  }

  private static int usualPort(Security security) {
    return switch (security) {
      case NONE -> 25;
      case STARTTLS -> 587;
      case SMTPS -> 465;
    };
  }
}
