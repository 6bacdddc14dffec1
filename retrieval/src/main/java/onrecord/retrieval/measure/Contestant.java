package onrecord.retrieval.measure;

import java.util.List;
import onrecord.corpus.PassageId;

/// A way of finding passages that is measured beside others.
interface Contestant {

  /// As the table calls it.
  String name();

  /// @return the best `k` passages, best first
  List<PassageId> find(Judged question, int k);
}
