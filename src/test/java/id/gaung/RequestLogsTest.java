package id.gaung;

import static org.assertj.core.api.Assertions.assertThat;

import io.dropwizard.core.server.DefaultServerFactory;
import org.junit.jupiter.api.Test;

class RequestLogsTest {

  @Test
  void no_address_with_a_link_s_token_gets_into_a_log_where_the_settings_say_nothing() {
    DefaultServerFactory server = new DefaultServerFactory();
    assertThat(server.getRequestLogFactory().isEnabled()).as("Dropwizard's default").isTrue();
    RequestLogs.switchOff(server);
    assertThat(server.getRequestLogFactory().isEnabled()).isFalse();
  }
}
