package onrecord.bot;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import onrecord.retrieval.SearchCluster;
import onrecord.retrieval.SearchCluster.Login;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The OpenSearch cluster that keeps the index, under `onrecord.retrieval.opensearch.`. Where no
/// node is named, the index stands in files of this machine.
///
/// @param nodes where the cluster's nodes answer, such as `https://search-1:9200`
/// @param index the alias that the indexes stand behind
/// @param shards of a new index; each issuer's passages stand in one
/// @param replicas of each shard
/// @param username null where the cluster asks for none
/// @param password of that user
/// @param patience how long a cluster that is busy or away is asked again
@ConfigurationProperties("onrecord.retrieval.opensearch")
record ClusterSettings(
    @DefaultValue List<URI> nodes,
    @DefaultValue("onrecord") String index,
    @DefaultValue("1") int shards,
    @DefaultValue("1") int replicas,
    @Nullable String username,
    @Nullable String password,
    @DefaultValue("10s") Duration patience) {

  /// Null where none is set.
  @Nullable SearchCluster cluster() {
    if (nodes.isEmpty()) {
      return null;
    }
    var login =
        username == null || username.isBlank()
            ? null
            : new Login(username, password == null ? "" : password);
    return new SearchCluster(nodes, index, shards, replicas, login, patience);
  }
}
