package onrecord.bot.web;

import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;

/// What a browser is told an original is.
///
/// @param mayHoldScript whether a browser could run what stands in it
record OriginalType(MediaType mediaType, boolean mayHoldScript) {

  /// The policy for a file that somebody else wrote: its styles and pictures show, nothing in it
  /// runs or reaches out.
  static final String HARMLESS =
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'";

  static OriginalType of(String file) {
    var extension = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    var mediaType =
        switch (extension) {
          case "md", "markdown", "txt" -> MediaType.TEXT_PLAIN;
          case "htm", "html", "xhtml" -> MediaType.TEXT_HTML;
          default -> MediaTypeFactory.getMediaType(file).orElse(MediaType.APPLICATION_OCTET_STREAM);
        };
    // Browsers show no PDF in a sandbox, and their viewers run no script of the page's origin.
    return new OriginalType(mediaType, !MediaType.APPLICATION_PDF.equals(mediaType));
  }
}
