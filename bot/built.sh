# What each script that measures needs: the program built, and a JDK 25. To be sourced by bash from the top folder; sets
# `jar` and `java`.

jar=bot/target/onrecord.jar
[ -f "$jar" ] || { echo "Build it first: mvn -DskipTests package" >&2; exit 2; }

is_jdk25() { [ -x "$1" ] && "$1" -version 2>&1 | grep -q '"25'; }

java=
for candidate in "${JAVA_HOME:+$JAVA_HOME/bin/java}" "$(command -v java || true)" /usr/lib/jvm/*25*/bin/java; do
  if is_jdk25 "$candidate"; then java=$candidate; break; fi
done
[ -n "$java" ] || { echo "A JDK 25 is needed: set JAVA_HOME." >&2; exit 2; }
