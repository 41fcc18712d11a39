package id.gaung;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import id.gaung.identity.Office;
import id.gaung.kernel.Secret;
import id.gaung.mail.SmtpSettings;
import io.dropwizard.core.Configuration;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.ValidationMethod;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code config.yml}. Every key has a default that is safe; see the comments in that file. */
public class GaungConfiguration extends Configuration {

  /** The key of practice mode; a production start refuses it. */
  static final String PRACTICE_KEY = "only-for-practice-never-for-production";

  private static final int LEAST_VARIETY = 12;
  private static final String REPEATS =
      "secretKey repeats itself; take one of chance, for instance from 'openssl rand -base64 48'";
  private static final String ADDRESS =
      "publicUrl (GAUNG_PUBLIC_URL) must be an address such as https://gaung.example.go.id: http or"
          + " https, a host, perhaps a port, and nothing behind it";
  private static final String POOL =
      "database.poolSize must be 40 at most with the embedded PostgreSQL; more needs a server of its"
          + " own (database.url)";
  private static final int MOST_OF_THE_EMBEDDED = 40;

  @NotNull @JsonProperty private Path dataFolder = Path.of("data");

  @NotNull @JsonProperty private URI publicUrl = URI.create("http://localhost:8080");

  @NotNull
  @Size(min = 32, max = 200)
  @JsonProperty
  private String secretKey = PRACTICE_KEY;

  @Valid @NotNull @JsonProperty private DatabaseSettings database = DatabaseSettings.DEFAULT;

  @Valid @NotNull @JsonProperty private OfficeSettings office = OfficeSettings.DEFAULT;

  @Valid @NotNull @JsonProperty private PublishingSettings publishing = PublishingSettings.DEFAULT;

  @Valid @NotNull @JsonProperty private MediaSettings media = MediaSettings.DEFAULT;

  @Valid @NotNull @JsonProperty private PlatformSettings platforms = PlatformSettings.DEFAULT;

  @Valid @NotNull @JsonProperty private PracticeSettings practice = PracticeSettings.DEFAULT;

  @Valid @NotNull @JsonProperty private MailSettings mail = MailSettings.NONE;

  /** The defaults. */
  public GaungConfiguration() {}

  /** The defaults with another folder and address. */
  GaungConfiguration(Path dataFolder, URI publicUrl) {
    this.dataFolder = dataFolder;
    this.publicUrl = publicUrl;
  }

  /** The defaults with another folder, address and key. */
  GaungConfiguration(Path dataFolder, URI publicUrl, String secretKey) {
    this(dataFolder, publicUrl);
    this.secretKey = secretKey;
  }

  /** A key that somebody made up in a hurry is no key. */
  @JsonIgnore
  @ValidationMethod(message = REPEATS)
  public boolean isSecretKeyOfChance() {
    return secretKey.chars().distinct().count() >= LEAST_VARIETY && !hasShortPeriod(secretKey);
  }

  private static boolean hasShortPeriod(String key) {
    for (int period = 1; period <= key.length() / 3; period++) {
      if (key.substring(period).equals(key.substring(0, key.length() - period))) {
        return true;
      }
    }
    return false;
  }

  /** Pages and links begin at the root of this address, so it can be no folder of another site. */
  @JsonIgnore
  @ValidationMethod(message = ADDRESS)
  public boolean isPublicUrlAnAddress() {
    return ("http".equalsIgnoreCase(publicUrl.getScheme()) || isPublicByHttps())
        && publicUrl.getHost() != null
        && publicUrl.getPort() <= 65_535
        && publicUrl.getRawUserInfo() == null
        && publicUrl.getRawQuery() == null
        && publicUrl.getRawFragment() == null
        && List.of("", "/").contains(publicUrl.getRawPath());
  }

  /** The server that Gaung brings has 60 connections, some of them for itself and for commands. */
  @JsonIgnore
  @ValidationMethod(message = POOL)
  public boolean isPoolWithinTheEmbeddedServer() {
    return !database.isEmbedded() || database.poolSize() <= MOST_OF_THE_EMBEDDED;
  }

  /** Whether people come by https, which somebody else speaks in front of Gaung. */
  @JsonIgnore
  boolean isPublicByHttps() {
    return "https".equalsIgnoreCase(publicUrl.getScheme());
  }

  /** Whether the public address leads nowhere but to this machine. */
  @JsonIgnore
  boolean isPublicHereOnly() {
    String host = String.valueOf(publicUrl.getHost());
    return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
  }

  /** Where the embedded database, the photos and the practice data lie. */
  public Path dataFolder() {
    return dataFolder;
  }

  /** The address under which people and networks reach this server, without a trailing slash. */
  public URI publicUrl() {
    String text = publicUrl.toString();
    return URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
  }

  public Secret secretKey() {
    return new Secret(secretKey);
  }

  public DatabaseSettings database() {
    return database;
  }

  /** The office, until the settings page was used. */
  public Office office() {
    return office.office();
  }

  OfficeSettings officeSettings() {
    return office;
  }

  public PublishingSettings publishing() {
    return publishing;
  }

  public MediaSettings media() {
    return media;
  }

  public PlatformSettings platforms() {
    return platforms;
  }

  public PracticeSettings practice() {
    return practice;
  }

  /** By which server mail leaves; empty where there is none. */
  public Optional<SmtpSettings> mail() {
    return mail.smtp();
  }

  /**
   * Which PostgreSQL.
   *
   * @param url {@code jdbc:postgresql://…} or {@code postgres://user:password@host/name}; empty for
   *     the embedded one
   * @param poolSize connections of this node
   */
  public record DatabaseSettings(
      String url, String user, Secret password, @Min(4) @Max(200) int poolSize) {

    static final DatabaseSettings DEFAULT = new DatabaseSettings("", "", new Secret(""), 24);

    @JsonCreator
    static DatabaseSettings read(
        @JsonProperty("url") @Nullable String url,
        @JsonProperty("user") @Nullable String user,
        @JsonProperty("password") @Nullable String password,
        @JsonProperty("poolSize") @Nullable Integer poolSize) {
      return new DatabaseSettings(
          Objects.requireNonNullElse(url, "").strip(),
          Objects.requireNonNullElse(user, ""),
          new Secret(Objects.requireNonNullElse(password, "")),
          Objects.requireNonNullElse(poolSize, DEFAULT.poolSize));
    }

    public boolean isEmbedded() {
      return url.isEmpty();
    }

    /** Without the address, which may hold a password. */
    @Override
    public String toString() {
      return "DatabaseSettings[" + (isEmbedded() ? "embedded" : "at an address") + "]";
    }
  }

  /**
   * Practice mode, the command {@code practice}.
   *
   * @param networkPort where the practice networks listen, on this machine only
   */
  public record PracticeSettings(@Min(0) @Max(65_535) int networkPort) {

    static final PracticeSettings DEFAULT = new PracticeSettings(8090);

    @JsonCreator
    static PracticeSettings read(@JsonProperty("networkPort") @Nullable Integer networkPort) {
      return new PracticeSettings(Objects.requireNonNullElse(networkPort, DEFAULT.networkPort));
    }
  }

  /**
   * How posts go out.
   *
   * @param grace how late a post may still go out; later it is missed and says so
   * @param lanes how many channels are served at the same time on this node
   */
  public record PublishingSettings(java.time.Duration grace, @Min(1) @Max(200) int lanes) {

    static final PublishingSettings DEFAULT =
        new PublishingSettings(java.time.Duration.ofMinutes(60), 64);

    @JsonCreator
    static PublishingSettings read(
        @JsonProperty("grace") @Nullable Duration grace,
        @JsonProperty("lanes") @Nullable Integer lanes) {
      return new PublishingSettings(
          grace == null ? DEFAULT.grace : grace.toJavaDuration(),
          Objects.requireNonNullElse(lanes, DEFAULT.lanes));
    }
  }
}
