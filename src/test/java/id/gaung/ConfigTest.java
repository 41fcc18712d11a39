package id.gaung;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import id.gaung.GaungConfiguration.DatabaseSettings;
import id.gaung.GaungConfiguration.PracticeSettings;
import id.gaung.GaungConfiguration.PublishingSettings;
import id.gaung.kernel.Nets;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.NetworkSettings;
import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.configuration.ConfigurationSourceProvider;
import io.dropwizard.configuration.DefaultConfigurationFactoryFactory;
import io.dropwizard.configuration.SubstitutingSourceProvider;
import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.jackson.Jackson;
import io.dropwizard.jersey.validation.Validators;
import io.dropwizard.jetty.HttpConnectorFactory;
import jakarta.validation.Validator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.text.StringSubstitutor;
import org.junit.jupiter.api.Test;

class ConfigTest {

  private static final Validator VALIDATOR = Validators.newValidator();
  private static final Path FILE = Path.of("config.yml");
  private static final String SECRET = "a-secret-of-at-least-32-characters-XYZZY";

  @Test
  void the_file_says_the_defaults() throws Exception {
    GaungConfiguration file = read(Files.readString(FILE), Map.of());
    GaungConfiguration empty = read("{}", Map.of());
    assertThat(file.dataFolder()).isEqualTo(empty.dataFolder());
    assertThat(file.publicUrl()).isEqualTo(empty.publicUrl());
    assertThat(file.secretKey()).isEqualTo(empty.secretKey());
    assertThat(file.database()).isEqualTo(empty.database());
    assertThat(file.office()).isEqualTo(empty.office());
    assertThat(file.media()).isEqualTo(empty.media());
    assertThat(file.publishing()).isEqualTo(empty.publishing());
    assertThat(file.platforms()).isEqualTo(empty.platforms());
    assertThat(file.practice()).isEqualTo(empty.practice());
    assertThat(port(file, false)).isEqualTo(port(empty, false)).isEqualTo(8080);
    assertThat(port(file, true)).isEqualTo(port(empty, true)).isEqualTo(8081);
  }

  @Test
  void the_public_address_follows_the_port() throws Exception {
    GaungConfiguration moved = read(Files.readString(FILE), Map.of("GAUNG_PORT", "8180"));
    assertThat(moved.publicUrl()).hasToString("http://localhost:8180");
  }

  @Test
  void the_file_shows_every_key_but_the_addresses_that_only_tests_move() throws IOException {
    JsonNode file = new ObjectMapper(new YAMLFactory()).readTree(Files.readString(FILE));
    assertThat(names(file))
        .containsExactlyInAnyOrder(
            "dataFolder",
            "publicUrl",
            "secretKey",
            "database",
            "office",
            "media",
            "publishing",
            "platforms",
            "mail",
            "practice",
            "server",
            "logging");
    assertThat(names(file.get("office"))).isEqualTo(components(OfficeSettings.class));
    assertThat(names(file.get("media"))).isEqualTo(components(MediaSettings.class));
    assertThat(names(file.get("database"))).isEqualTo(components(DatabaseSettings.class));
    assertThat(names(file.get("publishing"))).isEqualTo(components(PublishingSettings.class));
    Set<String> platforms = new HashSet<>(Set.of("allowedHosts"));
    for (NetworkModule network : NetworkModule.published()) {
      Set<String> keys =
          network.settings().stream().map(NetworkSettings.Key::name).collect(Collectors.toSet());
      if (!keys.isEmpty()) {
        platforms.add(network.path());
        assertThat(keys).containsAll(names(file.get("platforms").get(network.path())));
      }
    }
    assertThat(names(file.get("platforms"))).isEqualTo(platforms);
    assertThat(names(file.get("practice"))).isEqualTo(components(PracticeSettings.class));
    assertThat(names(file.get("platforms").get("instagram")))
        .containsExactlyInAnyOrder(
            "metaAppId",
            "metaAppSecret",
            "metaPermissions",
            "appId",
            "appSecret",
            "graphVersion",
            "permissions");
  }

  @Test
  void the_environment_replaces_what_the_file_says() throws Exception {
    GaungConfiguration read =
        read(
            Files.readString(FILE),
            Map.of(
                "GAUNG_PORT", "9090",
                "GAUNG_SECRET_KEY", SECRET,
                "GAUNG_PUBLIC_URL", "https://gaung.example.go.id/",
                "DATABASE_URL", "jdbc:postgresql://db.example/gaung",
                "INSTAGRAM_APP_SECRET", SECRET));
    assertThat(port(read, false)).isEqualTo(9090);
    assertThat(read.secretKey().reveal()).isEqualTo(SECRET);
    assertThat(read.publicUrl()).hasToString("https://gaung.example.go.id");
    assertThat(read.database().isEmbedded()).isFalse();
    assertThat(read.platforms().of(NetworkModule.of(Nets.INSTAGRAM)).text("appSecret"))
        .isEqualTo(SECRET);
  }

  @Test
  void the_key_of_practice_is_the_default_and_is_in_the_file() throws Exception {
    assertThat(read("{}", Map.of()).secretKey().reveal())
        .isEqualTo(GaungConfiguration.PRACTICE_KEY);
    assertThat(Files.readString(FILE)).contains(":-" + GaungConfiguration.PRACTICE_KEY + "}");
  }

  @Test
  void administration_is_for_this_machine_only() throws Exception {
    GaungConfiguration read = read(Files.readString(FILE), Map.of());
    assertThat(connector(read, true).getBindHost()).isEqualTo("127.0.0.1");
  }

  @Test
  void pages_are_for_this_machine_unless_said_otherwise() throws Exception {
    GaungConfiguration read = read(Files.readString(FILE), Map.of());
    assertThat(connector(read, false).getBindHost()).isEqualTo("127.0.0.1");
    assertThat(connector(read, false).isUseForwardedHeaders()).isFalse();
    GaungConfiguration open =
        read(Files.readString(FILE), Map.of("GAUNG_HOST", "0.0.0.0", "GAUNG_BEHIND_PROXY", "true"));
    assertThat(connector(open, false).getBindHost()).isEqualTo("0.0.0.0");
    assertThat(connector(open, false).isUseForwardedHeaders()).isTrue();
  }

  @Test
  void keys_that_repeat_themselves_are_refused() {
    for (String key :
        new String[] {
          "a".repeat(40),
          "ab".repeat(20),
          "abcdefghij".repeat(4),
          "1234567890123456789012345678901234567890",
          "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab"
        }) {
      assertRefused("secretKey: '" + key + "'", "secretKey");
    }
  }

  @Test
  void a_pool_larger_than_the_embedded_server_is_refused() throws Exception {
    assertRefused("database: {poolSize: 100}", "poolSize");
    assertThat(
            read("database: {poolSize: 100, url: 'jdbc:postgresql://db/gaung'}", Map.of())
                .database()
                .poolSize())
        .isEqualTo(100);
  }

  @Test
  void what_is_seldom_meant_is_warned_of() throws Exception {
    assertThat(ProductionCommand.warnings(read("publicUrl: http://localhost", Map.of())))
        .singleElement()
        .asString()
        .contains("GAUNG_PUBLIC_URL");
    assertThat(ProductionCommand.warnings(read("publicUrl: https://g.example", Map.of())))
        .singleElement()
        .asString()
        .contains("useForwardedHeaders");
    GaungConfiguration right =
        read(
            Files.readString(FILE),
            Map.of("GAUNG_PUBLIC_URL", "https://g.example", "GAUNG_BEHIND_PROXY", "true"));
    assertThat(ProductionCommand.warnings(right)).isEmpty();
  }

  @Test
  void a_public_address_that_leads_nowhere_is_refused_and_one_without_tls_is_warned_of()
      throws Exception {
    for (String wrong :
        new String[] {
          "nonsense",
          "ftp://x.go.id",
          "http://x.go.id/sub/",
          "https://x.go.id/sub",
          "https://",
          "https:x.go.id",
          "https://a:b@x.go.id",
          "https://x.go.id?a=b",
          "https://x.go.id/#a",
          "https://x.go.id:99999",
          "javascript:alert(1)",
          "/gaung",
          "''"
        }) {
      assertRefused("publicUrl: " + wrong, "publicUrl");
    }
    for (String right :
        new String[] {
          "https://x.go.id", "HTTPS://x.go.id/", "http://192.168.1.7:8080", "http://[::1]:8080/"
        }) {
      assertThat(read("publicUrl: '" + right + "'", Map.of()).publicUrl()).isNotNull();
    }
    assertThat(ProductionCommand.warnings(read("publicUrl: http://x.go.id", Map.of())))
        .singleElement()
        .asString()
        .contains("TLS");
  }

  @Test
  void an_unknown_key_is_refused_with_the_one_that_was_meant() {
    assertThatThrownBy(() -> read("publicUrll: http://localhost", Map.of()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("publicUrll")
        .hasMessageContaining("Did you mean")
        .hasMessageContaining("publicUrl");
    assertThatThrownBy(() -> read("database: {poolsize: 9}", Map.of()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("poolsize")
        .hasMessageContaining("poolSize");
  }

  @Test
  void values_that_cannot_work_are_refused_by_name() {
    assertRefused("secretKey: short", "secretKey");
    assertRefused("database: {poolSize: 1}", "database.poolSize");
    assertRefused("publishing: {lanes: 0}", "publishing.lanes");
    assertRefused("practice: {networkPort: 70000}", "practice.networkPort");
  }

  @Test
  void a_part_of_a_section_leaves_the_rest_as_it_was() throws Exception {
    DatabaseSettings read = read("database: {user: gaung}", Map.of()).database();
    assertThat(read.user()).isEqualTo("gaung");
    assertThat(read.poolSize()).isEqualTo(DatabaseSettings.DEFAULT.poolSize());
    assertThat(read.isEmbedded()).isTrue();
  }

  @Test
  void a_network_s_settings_are_judged_by_what_it_declares() {
    assertRefused(
        "platforms: {instagram: {appID: 1}}", "instagram.appID is no setting; there are:");
    assertRefused("platforms: {bluesky: {server: nowhere}}", "bluesky.server is no web address");
    assertRefused("platforms: {myspace: {}}", "myspace is no network; there are: instagram");
    assertRefused(
        "platforms: {mastodon: {appId: 1}}", "mastodon.appId is no setting; there are: none");
    assertRefused("platforms: {instagram: [1]}", "instagram needs its settings by name");
    assertRefused("platforms: {instagram: {appId: {a: 1}}}", "instagram.appId is no single value");
  }

  @Test
  void secrets_are_not_printed() throws Exception {
    GaungConfiguration read =
        read(
            """
            secretKey: %1$s
            database:
              url: postgres://gaung:%1$s@db.example/gaung
              password: %1$s
            platforms:
              instagram:
                appSecret: %1$s
            """
                .formatted(SECRET),
            Map.of());
    assertThat(
            String.join(
                "\n",
                read.toString(),
                read.secretKey().toString(),
                read.database().toString(),
                read.platforms().toString()))
        .doesNotContain(SECRET)
        .doesNotContain("XYZZY");
  }

  private static void assertRefused(String yaml, String key) {
    assertThatThrownBy(() -> read(yaml, Map.of()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(key);
  }

  /** As the application reads it, but with this environment. */
  private static GaungConfiguration read(String yaml, Map<String, String> environment)
      throws IOException, ConfigurationException {
    ConfigurationSourceProvider source =
        path -> new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8));
    return new DefaultConfigurationFactoryFactory<GaungConfiguration>()
        .create(GaungConfiguration.class, VALIDATOR, Jackson.newObjectMapper(), "dw")
        .build(
            new SubstitutingSourceProvider(
                source, new StringSubstitutor(environment).setEnableSubstitutionInVariables(true)),
            "config.yml");
  }

  private static int port(GaungConfiguration configuration, boolean admin) {
    return connector(configuration, admin).getPort();
  }

  private static HttpConnectorFactory connector(GaungConfiguration configuration, boolean admin) {
    DefaultServerFactory server = (DefaultServerFactory) configuration.getServerFactory();
    return (HttpConnectorFactory)
        (admin ? server.getAdminConnectors() : server.getApplicationConnectors()).get(0);
  }

  private static Set<String> names(JsonNode node) {
    Set<String> names = new HashSet<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Set<String> components(Class<? extends Record> type) {
    Set<String> names = new HashSet<>();
    Arrays.stream(type.getRecordComponents()).forEach(c -> names.add(c.getName()));
    return names;
  }
}
