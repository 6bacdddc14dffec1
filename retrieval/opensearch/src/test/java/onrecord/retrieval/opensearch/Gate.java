package onrecord.retrieval.opensearch;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The way to a node, which can be shut: then every connection breaks, and no new one holds.
final class Gate implements Closeable {

  private final URI node;
  private final ServerSocket entrance;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean shut;

  Gate(URI node) {
    this.node = node;
    try {
      this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::admit);
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + entrance.getLocalPort());
  }

  void shut() {
    shut = true;
    open.forEach(Gate::close);
  }

  void open() {
    shut = false;
  }

  private void admit() {
    try {
      while (true) {
        var asking = entrance.accept();
        var asked = new Socket(node.getHost(), node.getPort());
        open.add(asking);
        open.add(asked);
        if (shut) {
          shut();
        }
        Thread.ofVirtual().start(() -> pass(asking, asked));
        Thread.ofVirtual().start(() -> pass(asked, asking));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void pass(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException broken) {
      // Both ends are told below.
    }
    close(from);
    close(to);
    open.remove(from);
    open.remove(to);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    shut();
  }
}
