package onrecord.bot.evaluation.running;

/// Hears how far a run is. Called by many threads.
public interface Progress {

  /// Hears nothing.
  Progress UNSEEN =
      new Progress() {
        @Override
        public void show(int done, int all) {}

        @Override
        public void end() {}
      };

  void show(int done, int all);

  /// No more will come.
  void end();
}
