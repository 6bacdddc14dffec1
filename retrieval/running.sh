# What retrieval/measure and retrieval/benchmark share: the programs built, and a JDK 25. To be sourced by bash from the
# top folder.

source bot/built.sh

peers="retrieval/peers/target/classes:retrieval/peers/target/lib/*"
[ -d retrieval/peers/target/lib ] || { echo "Build it first: mvn -DskipTests package" >&2; exit 2; }

# Runs a program of the jar: its class, then its arguments.
measured() {
  "$java" -Xmx2g --enable-native-access=ALL-UNNAMED --add-modules jdk.incubator.vector -DOPT_OUT_TRACKING=true \
    -Dlogback.configurationFile=retrieval/log.xml -Dloader.main="$1" -cp "$jar" org.springframework.boot.loader.launch.PropertiesLauncher "${@:2}" \
    2> >(grep -v 'Using incubator modules' >&2)
}
