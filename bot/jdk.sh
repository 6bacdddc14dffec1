# A JDK 25 for the scripts: where JAVA_HOME says, on the path, or where distributions put it. To be sourced by bash; sets
# `java`.

is_jdk25() { [ -x "$1" ] && "$1" -version 2>&1 | grep -q '"25'; }

java=
for candidate in "${JAVA_HOME:+$JAVA_HOME/bin/java}" "$(command -v java || true)" /usr/lib/jvm/*25*/bin/java; do
  if is_jdk25 "$candidate"; then java=$candidate; break; fi
done
[ -n "$java" ] || { echo "A JDK 25 is needed: set JAVA_HOME." >&2; exit 2; }
