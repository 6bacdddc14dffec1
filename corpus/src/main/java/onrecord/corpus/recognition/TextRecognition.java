package onrecord.corpus.recognition;

import java.io.IOException;
import java.util.List;
import onrecord.corpus.pdf.PrintedWord;

/// Recognises the text in the picture of a page (OCR).
public interface TextRecognition {

  /// The scripts that it knows, the likeliest first; at least one.
  List<String> scripts();

  /// The words in a picture.
  ///
  /// @param page the number that their boxes get, from 1
  /// @param script one of [#scripts]
  /// @throws IOException if it fails or takes too long
  List<PrintedWord> words(byte[] png, int page, String script) throws IOException;
}
