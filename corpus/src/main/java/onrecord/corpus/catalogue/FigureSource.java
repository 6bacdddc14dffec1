package onrecord.corpus.catalogue;

import java.util.List;
import onrecord.corpus.Disclosure;
import onrecord.corpus.Figure;
import onrecord.corpus.Passage;

/// Reads the figures that a disclosure's passages state.
@FunctionalInterface
public interface FigureSource {

  List<Figure> read(Disclosure disclosure, List<Passage> passages);
}
