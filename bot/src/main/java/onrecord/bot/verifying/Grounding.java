package onrecord.bot.verifying;

import java.util.List;
import onrecord.bot.finding.Quote;

/// What a sentence rests on, or why it may not leave.
public sealed interface Grounding {

  /// It says what these quotations say.
  ///
  /// @param verbatim whether it is the one quotation, word for word
  /// @param support how closely it keeps to them, 0 to 1
  record Borne(List<Quote> quotes, boolean verbatim, double support) implements Grounding {

    public Borne {
      quotes = List.copyOf(quotes);
    }
  }

  /// It does not.
  record Unborne(Fault fault) implements Grounding {}
}
