/// Questions and answers as a record of investor-relations activities.
@NullMarked
package onrecord.bot.desk.record;

import org.jspecify.annotations.NullMarked;
