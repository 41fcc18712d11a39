package id.gaung.sandbox;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the calls of one network and lets the faults that are switched on strike. */
final class NetworkHandler extends Handler.Abstract {

  private static final Logger LOG = LoggerFactory.getLogger(NetworkHandler.class);
  private static final Duration DEFAULT_WAIT = Duration.ofSeconds(30);

  /**
   * What becomes of a call.
   *
   * @param cut whether the connection is closed instead of answering
   */
  private record Outcome(Answer answer, Duration delay, boolean cut) {
    static Outcome of(Answer answer) {
      return new Outcome(answer, Duration.ZERO, false);
    }
  }

  private final NetworkProtocol protocol;
  private final SandboxFaults faults;
  private final StrangeAnswers strange;
  private final LimitTales limits;
  private final Clock clock;
  private final Router router = new Router();

  NetworkHandler(NetworkProtocol protocol, SandboxFaults faults, Clock clock) {
    this.clock = clock;
    this.protocol = protocol;
    this.faults = faults;
    this.strange = new StrangeAnswers(faults, protocol.network());
    this.limits = new LimitTales(faults, protocol.network());
    protocol.register(router);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    Outcome outcome = outcome(request);
    Runnable send = () -> send(outcome, request, response, callback);
    if (outcome.delay().isZero()) {
      send.run();
    } else {
      // No thread waits: thousands of slow answers may be under way.
      getServer().getScheduler().schedule(send, outcome.delay().toMillis(), TimeUnit.MILLISECONDS);
    }
    return true;
  }

  private Outcome outcome(Request request) throws IOException {
    try {
      Call call = CallReader.read(request);
      Optional<Router.Route> route = router.find(call, protocol.route(call));
      return route.isPresent() ? serve(call, route.get()) : Outcome.of(protocol.notFound(call));
    } catch (PracticeFile.TooLarge e) {
      return Outcome.of(protocol.tooLarge());
    }
  }

  private Outcome serve(Call call, Router.Route route) {
    if (route.purpose() == Purpose.PAGE || !faults.any(protocol.network())) {
      return Outcome.of(run(call, route));
    }
    Optional<Long> account = protocol.accountOf(call);
    Duration delay =
        faults
            .strike(FaultKind.SLOW, protocol.network(), account, route.purpose())
            .map(Fault::millis)
            .orElse(Duration.ZERO);
    Answer answer =
        refused(call, account, route.purpose()).orElseGet(() -> served(call, account, route));
    boolean cut =
        route.purpose() == Purpose.PUBLISH
            && answer.ok()
            && faults
                .strike(FaultKind.LOST_ANSWER, protocol.network(), account, route.purpose())
                .isPresent();
    return new Outcome(answer, delay, cut);
  }

  private Answer served(Call call, Optional<Long> account, Router.Route route) {
    Answer answer = strange.of(call, account, route.purpose(), run(call, route));
    return limits.of(answer, account, route.purpose());
  }

  private Optional<Answer> refused(Call call, Optional<Long> account, Purpose purpose) {
    Optional<Fault> limited =
        faults.strike(FaultKind.RATE_LIMIT_429, protocol.network(), account, purpose);
    if (limited.isPresent()) {
      long seconds = limited.get().amount();
      return Optional.of(
          protocol.rateLimited(call, seconds > 0 ? Duration.ofSeconds(seconds) : DEFAULT_WAIT));
    }
    if (faults.strike(FaultKind.HTTP_500, protocol.network(), account, purpose).isPresent()) {
      return Optional.of(protocol.serverError());
    }
    if (purpose == Purpose.PUBLISH
        && faults
            .strike(FaultKind.TEXT_REFUSED, protocol.network(), account, purpose)
            .isPresent()) {
      return Optional.of(
          Answer.json(
              400,
              PracticeJson.object()
                  .put("error", "InvalidRequest")
                  .put(
                      "message",
                      "Invalid app.bsky.feed.post record: grapheme too big (maximum 300, got 301)"
                          + " at $.record.text")));
    }
    if (purpose != Purpose.SIGN_IN
        && account.isPresent()
        && faults
            .strike(FaultKind.TOKEN_EXPIRED, protocol.network(), account, purpose)
            .isPresent()) {
      return Optional.of(protocol.tokenExpired());
    }
    return Optional.empty();
  }

  private Answer run(Call call, Router.Route route) {
    Answer answer;
    try {
      answer = route.endpoint().serve(call);
    } catch (PracticeRefusal e) {
      answer = e.answer();
    } catch (RuntimeException e) {
      LOG.warn("{} {} {} failed", protocol.network(), call.method(), call.path(), e);
      answer = protocol.serverError();
    }
    for (Map.Entry<String, String> header : call.answerHeaders().entrySet()) {
      answer = answer.with(header.getKey(), header.getValue());
    }
    return answer;
  }

  private void send(Outcome outcome, Request request, Response response, Callback callback) {
    if (outcome.cut()) {
      request.getConnectionMetaData().getConnection().getEndPoint().close();
      callback.failed(new EofException("cut by a fault"));
      return;
    }
    response.setStatus(outcome.answer().status());
    outcome.answer().headers().forEach((name, value) -> response.getHeaders().put(name, value));
    if (outcome.answer().headers().containsKey(Answer.NO_DATE)) {
      response.getHeaders().remove(Answer.NO_DATE);
    } else {
      response.getHeaders().putDate("Date", clock.millis());
    }
    response.write(true, java.nio.ByteBuffer.wrap(outcome.answer().body()), callback);
  }
}
