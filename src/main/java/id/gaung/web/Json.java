package id.gaung.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import id.gaung.kernel.Network;
import id.gaung.kernel.Rupiah;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * JSON as the API speaks it: ISO dates, instants in UTC, times that say no zone in WITA, money as
 * whole rupiah.
 */
public final class Json {

  /** The deepest and widest body of ours is far within; what is not is refused while it is read. */
  private static final StreamReadConstraints SMALL =
      StreamReadConstraints.builder()
          .maxNestingDepth(32)
          .maxNameLength(200)
          .maxNumberLength(40)
          .maxTokenCount(50_000)
          .build();

  private Json() {}

  /**
   * A mapper of its own for the caller to keep, for what we wrote ourselves: a week's report may
   * have a hundred thousand values.
   */
  public static ObjectMapper mapper() {
    return mapper(StreamReadConstraints.defaults());
  }

  /** For bodies that strangers send. */
  static ObjectMapper bodies() {
    return mapper(SMALL);
  }

  private static ObjectMapper mapper(StreamReadConstraints limits) {
    return teach(
            new ObjectMapper(JsonFactory.builder().streamReadConstraints(limits).build())
                .registerModule(new Jdk8Module())
                .registerModule(new JavaTimeModule())
                .registerModule(
                    new SimpleModule("gaung-dates")
                        .addDeserializer(LocalDate.class, new DateReader())
                        .addDeserializer(LocalDateTime.class, new WitaReader()))
                .registerModule(new ParameterNamesModule()))
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  /** Makes a mapper write as we do; for the server's own, which writes the answers. */
  static ObjectMapper teach(ObjectMapper mapper) {
    SimpleModule ours = new SimpleModule("gaung");
    ours.addSerializer(Rupiah.class, new RupiahWriter());
    ours.addDeserializer(Rupiah.class, new RupiahReader());
    ours.addSerializer(Network.class, ToStringSerializer.instance);
    ours.addDeserializer(Network.class, new NetworkReader());
    ours.addKeyDeserializer(
        Network.class,
        new KeyDeserializer() {
          @Override
          public Object deserializeKey(String name, DeserializationContext context) {
            return Network.valueOf(name);
          }
        });
    return mapper.registerModule(ours).disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
  }

  /** By its name, as it is written. */
  private static final class NetworkReader extends StdDeserializer<Network> {
    private static final long serialVersionUID = 1L;

    NetworkReader() {
      super(Network.class);
    }

    @Override
    public Network deserialize(JsonParser in, DeserializationContext context) throws IOException {
      String name = in.currentToken() == JsonToken.VALUE_STRING ? in.getText() : "";
      return Network.named(name)
          .orElseThrow(() -> context.weirdStringException(name, Network.class, "no network"));
    }
  }

  private static final class RupiahWriter extends StdSerializer<Rupiah> {
    private static final long serialVersionUID = 1L;

    RupiahWriter() {
      super(Rupiah.class);
    }

    @Override
    public void serialize(Rupiah value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeNumber(value.amount());
    }
  }

  /** A whole number, or what people type: {@code 1.500.000} or {@code Rp1.500.000}. */
  private static final class RupiahReader extends StdDeserializer<Rupiah> {
    private static final long serialVersionUID = 1L;
    private static final long HIGHEST = 999_999_999_999_999L;

    RupiahReader() {
      super(Rupiah.class);
    }

    @Override
    public Rupiah deserialize(JsonParser in, DeserializationContext context) throws IOException {
      if (in.currentToken() == JsonToken.VALUE_NUMBER_INT) {
        return new Rupiah(whole(in, context));
      }
      // A number with decimals is not whole, and a text is read as people type.
      return (in.currentToken() == JsonToken.VALUE_STRING
              ? Rupiah.parse(in.getText())
              : Optional.<Rupiah>empty())
          .orElseThrow(
              () -> context.weirdStringException(text(in), Rupiah.class, "not whole rupiah"));
    }

    private static long whole(JsonParser in, DeserializationContext context) throws IOException {
      long amount = in.getLongValue();
      if (amount < 0 || amount > HIGHEST) {
        throw context.weirdStringException(text(in), Rupiah.class, "not an amount");
      }
      return amount;
    }

    private static String text(JsonParser in) {
      return String.valueOf(in.currentToken());
    }
  }
}
