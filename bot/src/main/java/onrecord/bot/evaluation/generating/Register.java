package onrecord.bot.evaluation.generating;

import java.util.Locale;

/// How somebody writes.
enum Register {
  FORMAL,
  PLAIN,
  CASUAL,
  /// With greeting and thanks; names things as formally as [#FORMAL].
  POLITE,
  /// Keywords alone.
  TERSE;

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The register in which periods are named.
  Register ofPeriods() {
    return this == POLITE ? PLAIN : this;
  }
}
