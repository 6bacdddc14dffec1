import java.nio.file.*;
record Suite(Figures figures) { void build(Path a, Path b, Path c) {} }
