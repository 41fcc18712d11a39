package id.gaung;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.core.Configuration;
import io.dropwizard.validation.ValidationMethod;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.nio.file.Path;

/** {@code config.yml}. Every key has a default that is safe; see the comments in that file. */
public class GaungConfiguration extends Configuration {

  /** The key of practice mode; a production start refuses it. */
  static final String PRACTICE_KEY = "only-for-practice-never-for-production";

  private static final int LEAST_VARIETY = 12;
  private static final String REPEATS =
      "secretKey repeats itself; take one of chance, for instance from 'openssl rand -base64 48'";
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

  @Valid @NotNull @JsonProperty private PublishingSettings publishing = PublishingSettings.DEFAULT;

  @Valid @NotNull @JsonProperty private PlatformSettings platforms = PlatformSettings.DEFAULT;

  @Valid @NotNull @JsonProperty private PracticeSettings practice = PracticeSettings.DEFAULT;

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

  public PublishingSettings publishing() {
    return publishing;
  }

  public PlatformSettings platforms() {
    return platforms;
  }

  public PracticeSettings practice() {
    return practice;
  }
}
