package onrecord.bot.channel;

/// A picture as PNG.
public final class Picture {

  private final byte[] png;

  public Picture(byte[] png) {
    this.png = png.clone();
  }

  public byte[] png() {
    return png.clone();
  }
}
