/// Who may sign in at the desk, and as what.
@NullMarked
package onrecord.bot.desk.people;

import org.jspecify.annotations.NullMarked;
