/**
 * Reads legacy minutes (plain text, DOCX) into a structured record. A file becomes numbered lines with traits, one
 * recogniser per trait of a layout claims the characters it understands, and what nobody claims is listed, so no text
 * is lost; a doubt becomes a question, never a value. Plain Java without Spring or database.
 */
@NullMarked
package cz.koplan.reading;

import org.jspecify.annotations.NullMarked;
