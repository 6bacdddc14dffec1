package onrecord.corpus.pdf;

/// What stands on a page before it is known to which paragraph, heading or table it belongs.
sealed interface Piece permits Line, Grid {

  int page();

  Area area();
}
