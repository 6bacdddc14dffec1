# What retrieval/measure and retrieval/benchmark share: the programs built, and a JDK 25. To be sourced by bash from the
# top folder.

jar=bot/target/onrecord.jar
peers="retrieval/peers/target/classes:retrieval/peers/target/lib/*"
[ -f "$jar" ] && [ -d retrieval/peers/target/lib ] || { echo "Build it first: mvn -DskipTests package" >&2; exit 2; }

is_jdk25() { [ -x "$1" ] && "$1" -version 2>&1 | grep -q '"25'; }

java=
for candidate in "${JAVA_HOME:+$JAVA_HOME/bin/java}" "$(command -v java || true)" /usr/lib/jvm/*25*/bin/java; do
  if is_jdk25 "$candidate"; then java=$candidate; break; fi
done
[ -n "$java" ] || { echo "A JDK 25 is needed: set JAVA_HOME." >&2; exit 2; }

# Runs a program of the jar: its class, then its arguments.
measured() {
  "$java" -Xmx2g --enable-native-access=ALL-UNNAMED --add-modules jdk.incubator.vector -DOPT_OUT_TRACKING=true \
    -Dlogback.configurationFile=retrieval/log.xml -Dloader.main="$1" -cp "$jar" org.springframework.boot.loader.launch.PropertiesLauncher "${@:2}" \
    2> >(grep -v 'Using incubator modules' >&2)
}
