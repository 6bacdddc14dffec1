package onrecord.corpus.document;

import java.util.Objects;
import onrecord.corpus.Intake;
import org.jspecify.annotations.Nullable;

/// A file that cannot be taken; becomes an [Intake.Refused].
public final class UnreadableFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Intake.Reason reason;
  private final @Nullable Integer page;
  private final String remedy;

  public UnreadableFileException(
      Intake.Reason reason,
      @Nullable Integer page,
      String message,
      String remedy,
      @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
    this.page = page;
    this.remedy = remedy;
  }

  public Intake.Reason reason() {
    return reason;
  }

  /// The page at fault, from 1, if one is.
  public @Nullable Integer page() {
    return page;
  }

  /// What a person can do about it.
  public String remedy() {
    return remedy;
  }

  /// The same as what became of a file.
  public Intake.Refused refusalOf(String file) {
    return new Intake.Refused(
        file, page, reason, Objects.requireNonNullElse(getMessage(), ""), remedy);
  }
}
