package onrecord.corpus.pdf;

/// Things put into groups by joining two at a time (union-find).
final class Groups {

  private final int[] parent;

  Groups(int count) {
    parent = new int[count];
    for (var i = 0; i < count; i++) {
      parent[i] = i;
    }
  }

  int of(int member) {
    var root = member;
    while (parent[root] != root) {
      root = parent[root];
    }
    for (var i = member; parent[i] != root; ) {
      var next = parent[i];
      parent[i] = root;
      i = next;
    }
    return root;
  }

  /// The group keeps the lower of the two names.
  void join(int a, int b) {
    var first = of(a);
    var second = of(b);
    parent[Math.max(first, second)] = Math.min(first, second);
  }
}
