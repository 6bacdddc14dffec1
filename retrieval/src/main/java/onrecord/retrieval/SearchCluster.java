package onrecord.retrieval;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An OpenSearch cluster that keeps an index, for more passages than one machine bears. Its nodes
/// need the k-NN plugin, which every distribution brings.
///
/// @param nodes where its nodes answer, such as `https://search-1:9200`; one or more, asked in turn
/// @param index the alias that its indexes stand behind: lower-case letters, digits, hyphens
/// @param shards of a new index, 1 or more; an issuer's passages all stand in one
/// @param replicas of each shard; with none, a node that is lost takes its passages with it until
///   the index is built anew
/// @param login null where none is asked for
/// @param patience how long a busy or unreachable cluster is asked again before that is an error
public record SearchCluster(
    List<URI> nodes,
    String index,
    int shards,
    int replicas,
    @Nullable Login login,
    Duration patience) {

  public SearchCluster {
    nodes = List.copyOf(nodes);
    if (nodes.isEmpty() || shards < 1 || replicas < 0) {
      throw new IllegalArgumentException(
          "A cluster has a node and a shard at least, not %s and %d with %d replicas"
              .formatted(nodes, shards, replicas));
    }
    if (!index.matches("[a-z0-9][a-z0-9-]{0,99}")) {
      throw new IllegalArgumentException(
          "An index is named by lower-case letters, digits and hyphens, not '%s'".formatted(index));
    }
  }

  /// Who asks.
  public record Login(String name, String password) {

    /// Without the password, which no log is to hold.
    @Override
    public String toString() {
      return name;
    }
  }
}
