/// What is noted of each request, without anything that names a person.
@NullMarked
package onrecord.bot.operation.access;

import org.jspecify.annotations.NullMarked;
