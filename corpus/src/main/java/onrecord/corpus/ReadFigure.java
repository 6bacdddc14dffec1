package onrecord.corpus;

import org.jspecify.annotations.Nullable;

/// A figure as it was read from a disclosure, and what a person made of it.
///
/// @param ordinal its place in reading order, from 0
/// @param read as the program read it
/// @param corrected as a person put it right; null where nobody did
/// @param rejected whether a person struck it out
public record ReadFigure(int ordinal, Figure read, @Nullable Figure corrected, boolean rejected) {

  /// What counts: the corrected figure, or the one read.
  public Figure figure() {
    return corrected == null ? read : corrected;
  }
}
