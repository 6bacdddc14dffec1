package onrecord.bot.ruling;

import onrecord.corpus.ReportingPeriod;
import onrecord.prompts.Policy.Kind;
import org.jspecify.annotations.Nullable;

/// What led to a ruling, for a person to judge it by.
public sealed interface Signal {

  /// A period lies beyond what was reported.
  ///
  /// @param reported the last period reported; null where none was
  record BeyondHorizon(ReportingPeriod period, @Nullable ReportingPeriod reported)
      implements Signal {}

  /// A wording speaks for a class.
  record Wording(Kind kind, String words) implements Signal {}

  /// The question is like a labelled example.
  record LikeExample(Kind kind, String example) implements Signal {}

  /// Another company is asked about.
  record OtherCompany(String name) implements Signal {}

  /// Disclosures state it.
  record Disclosed() implements Signal {}

  /// The company itself has spoken on what is rumoured.
  record Spoken() implements Signal {}

  /// No disclosure held here states it.
  record NotStated(String matter) implements Signal {}

  /// The wording as a whole leans to what is to come.
  ///
  /// @param degree 0 to 1
  record Leans(double degree) implements Signal {}

  /// The second opinion speaks against answering.
  record Objected(Opinion.Objection objection) implements Signal {}
}
