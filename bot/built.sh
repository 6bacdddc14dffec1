# What each script that measures needs: the program built, and a JDK 25. To be sourced by bash from the top folder; sets
# `jar` and `java`.

jar=bot/target/onrecord.jar
[ -f "$jar" ] || { echo "Build it first: mvn -DskipTests package" >&2; exit 2; }

source bot/jdk.sh
