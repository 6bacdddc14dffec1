package onrecord.bot.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import onrecord.corpus.Box;
import onrecord.corpus.Corpus;
import onrecord.corpus.Disclosure;
import org.springframework.stereotype.Component;

/// Images of pages: drawing one takes a tenth of a second of a processor, so the last ones are kept
/// and no more are drawn at a time than there are processors.
@Component
public final class PageImages {

  private static final int KEPT = 200;

  private final Corpus corpus;
  private final Semaphore processors = new Semaphore(Runtime.getRuntime().availableProcessors());
  private final Map<Key, byte[]> images =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, byte[]> eldest) {
          return size() > KEPT;
        }
      };

  PageImages(Corpus corpus) {
    this.corpus = corpus;
  }

  /// Changes with the file, the page and what is marked on it.
  String etag(Disclosure disclosure, int page, List<Box> marked) {
    return "\"%s-%d-%08x\""
        .formatted(disclosure.sha256().substring(0, 16), page, marked.hashCode());
  }

  /// @param page from 1
  public byte[] page(Disclosure disclosure, int page, List<Box> marked) {
    var key = new Key(disclosure.sha256(), page, marked);
    synchronized (images) {
      var kept = images.get(key);
      if (kept != null) {
        return kept;
      }
    }
    var drawn = draw(disclosure, page, marked);
    synchronized (images) {
      images.put(key, drawn);
    }
    return drawn;
  }

  private byte[] draw(Disclosure disclosure, int page, List<Box> marked) {
    processors.acquireUninterruptibly();
    try {
      return corpus.page(disclosure.id(), page, marked);
    } finally {
      processors.release();
    }
  }

  private record Key(String sha256, int page, List<Box> marked) {}
}
