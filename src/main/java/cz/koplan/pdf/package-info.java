/**
 * Writes tagged PDF that is PDF/UA-1 and PDF/A-2a at once: {@link cz.koplan.pdf.TaggedPdf} takes headings, Markdown
 * blocks, lists and tables, the layout turns them into lines on pages, and {@link cz.koplan.pdf.PdfPainter} alone writes
 * the file with OpenPDF. The high-level interface of OpenPDF cannot be tagged, hence the layout of our own. The package
 * knows no feature.
 */
@NullMarked
package cz.koplan.pdf;

import org.jspecify.annotations.NullMarked;
