package onrecord.corpus;

import java.util.List;

/// Hears how the handing in of a file goes on. What is told is in order: of each document that it
/// is being read, then what became of it.
public interface IntakeProgress {

  /// Nobody listens.
  IntakeProgress UNHEARD =
      new IntakeProgress() {
        @Override
        public void unpacking(List<String> documents) {}

        @Override
        public void reading(String document) {}

        @Override
        public void done(Intake document) {}
      };

  /// What is being read is an archive: these documents come in its place, in this order.
  ///
  /// @param documents their names
  void unpacking(List<String> documents);

  /// The next document is being read.
  ///
  /// @param document its name
  void reading(String document);

  /// The document that was being read is done with.
  ///
  /// @param document what became of it
  void done(Intake document);
}
