package onrecord.corpus.pdf;

import java.util.ArrayList;
import java.util.List;

/// A table with all its pages.
///
/// @param grids its parts, at least one, on one page after the other
record Sheaf(List<Grid> grids) implements Flow {

  Sheaf {
    grids = List.copyOf(grids);
  }

  @Override
  public int page() {
    return grids.getFirst().page();
  }

  @Override
  public int lastPage() {
    return grids.getLast().page();
  }

  Sheaf and(Sheaf next) {
    var all = new ArrayList<>(grids);
    all.addAll(next.grids);
    return new Sheaf(all);
  }
}
