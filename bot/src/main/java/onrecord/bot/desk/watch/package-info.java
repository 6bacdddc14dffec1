/// How the answers that are given are watched for the team.
@NullMarked
package onrecord.bot.desk.watch;

import org.jspecify.annotations.NullMarked;
