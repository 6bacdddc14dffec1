/// The investor-relations team's desk: what is published when, what was asked, what may leave, and
/// what happened.
@NullMarked
package onrecord.bot.desk;

import org.jspecify.annotations.NullMarked;
