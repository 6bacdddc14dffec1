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

  /// In bytes: some two hundred pages of text, or some dozen scanned ones.
  private static final long MOST_KEPT = 48L << 20;

  private final Corpus corpus;
  private final Semaphore processors = new Semaphore(Runtime.getRuntime().availableProcessors());
  private final Map<Key, byte[]> images = new LinkedHashMap<>(16, 0.75f, true);
  private long kept;

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
      var image = images.get(key);
      if (image != null) {
        return image;
      }
    }
    var drawn = draw(disclosure, page, marked);
    keep(key, drawn);
    return drawn;
  }

  /// In place of those that were not asked for the longest.
  private void keep(Key key, byte[] image) {
    synchronized (images) {
      var former = images.put(key, image);
      kept += image.length - (former == null ? 0 : former.length);
      for (var eldest = images.values().iterator(); kept > MOST_KEPT; eldest.remove()) {
        kept -= eldest.next().length;
      }
    }
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
