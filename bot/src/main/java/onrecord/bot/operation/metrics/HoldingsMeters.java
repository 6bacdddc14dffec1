package onrecord.bot.operation.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.function.ToDoubleFunction;
import onrecord.corpus.Corpus;
import onrecord.corpus.Storage;
import onrecord.retrieval.SearchIndex;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is held, searchable and waiting, read when somebody looks. Only what is published counts:
/// nothing tells of a draft or of an embargo.
public record HoldingsMeters(Corpus corpus, SearchIndex index, Storage storage, Clock clock)
    implements MeterBinder {

  @Override
  public void bindTo(MeterRegistry meters) {
    gauge("onrecord.corpus.revision", "Revision of the corpus", it -> it.corpus.revision().value())
        .register(meters);
    gauge(
            "onrecord.corpus.disclosures",
            "Disclosures in force",
            it -> it.corpus.inForce(it.clock.instant()).size())
        .register(meters);
    gauge(
            "onrecord.index.passages",
            "Passages that can be found by words",
            it -> it.index.progress().passages())
        .register(meters);
    gauge(
            "onrecord.index.vectors",
            "Passages that can be found by meaning too",
            it -> it.index.progress().vectors())
        .register(meters);
    gauge(
            "onrecord.queue.inbox",
            "Messages of channels that wait",
            it -> it.count("select count(*) from inbox where done_at is null"))
        .register(meters);
    gauge(
            "onrecord.queue.team",
            "Questions that wait for a person",
            it -> it.count("select count(*) from open_question where status = 'WAITING'"))
        .register(meters);
  }

  private Gauge.Builder<HoldingsMeters> gauge(
      String name, String description, ToDoubleFunction<HoldingsMeters> value) {
    return Gauge.builder(name, this, value).description(description);
  }

  private double count(String sql) {
    return JdbcClient.create(storage.source()).sql(sql).query(Long.class).single();
  }
}
