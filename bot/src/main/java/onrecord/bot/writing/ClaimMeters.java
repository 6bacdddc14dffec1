package onrecord.bot.writing;

import io.micrometer.core.instrument.MeterRegistry;
import onrecord.bot.verifying.Grounding;

/// Counts what became of a chat model's claims: how many left, and why the others did not.
record ClaimMeters(MeterRegistry meters) {

  void count(Grounding grounding) {
    var outcome =
        switch (grounding) {
          case Grounding.Borne _ -> "VERIFIED";
          case Grounding.Unborne(var fault) -> fault.name();
        };
    meters.counter("onrecord.llm.claims", "outcome", outcome).increment();
  }
}
