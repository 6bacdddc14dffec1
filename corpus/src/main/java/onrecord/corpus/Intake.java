package onrecord.corpus;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of a file that was handed in.
public sealed interface Intake {

  /// The file's name, as handed in.
  String file();

  /// It was read and catalogued.
  ///
  /// @param passages how many passages it holds
  /// @param figures how many figures were read from it
  record Taken(String file, Disclosure disclosure, int passages, int figures) implements Intake {}

  /// The same content is in the catalogue already; nothing changed.
  record AlreadyKnown(String file, Disclosure disclosure) implements Intake {}

  /// It was not taken; nothing changed.
  ///
  /// @param page the page at fault, if one is
  /// @param reason which kind of fault
  /// @param message what is wrong, in words for a person
  /// @param remedy what that person can do
  record Refused(String file, @Nullable Integer page, Reason reason, String message, String remedy)
      implements Intake {}

  /// It is an archive; each document in it was handed in as a file of its own.
  ///
  /// @param documents what became of each, at least one
  record Unpacked(String file, List<Intake> documents) implements Intake {

    public Unpacked {
      documents = List.copyOf(documents);
    }
  }

  /// What became of each document: of those in an archive, or of the file itself.
  default List<Intake> each() {
    return this instanceof Unpacked archive ? archive.documents() : List.of(this);
  }

  /// Why a file is refused.
  enum Reason {
    EMPTY,
    TOO_LARGE,
    WRONG_TYPE,
    DAMAGED,
    ENCRYPTED,
    NO_TEXT,
    TOO_COMPLEX,
    CONTRADICTORY_METADATA,
    BROKEN_METADATA,
    MISSING_METADATA
  }
}
